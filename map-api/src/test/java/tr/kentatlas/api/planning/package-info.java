@NullMarked
package tr.kentatlas.api.planning;

import org.jspecify.annotations.NullMarked;
