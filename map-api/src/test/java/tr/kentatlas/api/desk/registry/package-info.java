@NullMarked
package tr.kentatlas.api.desk.registry;

import org.jspecify.annotations.NullMarked;
