/** Days and moments as the city lives by them. */
@NullMarked
package tr.kentatlas.spatial.feature.time;

import org.jspecify.annotations.NullMarked;
