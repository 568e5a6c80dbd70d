@NullMarked
package tr.kentatlas.registry;

import org.jspecify.annotations.NullMarked;
