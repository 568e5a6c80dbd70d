/** Thematic maps on paper. */
@NullMarked
package tr.kentatlas.api.thematic.print;

import org.jspecify.annotations.NullMarked;
