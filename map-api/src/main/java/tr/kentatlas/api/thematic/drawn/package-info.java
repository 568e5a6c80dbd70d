/** A thematic map drawn: SLD, MapLibre, Java2D. */
@NullMarked
package tr.kentatlas.api.thematic.drawn;

import org.jspecify.annotations.NullMarked;
