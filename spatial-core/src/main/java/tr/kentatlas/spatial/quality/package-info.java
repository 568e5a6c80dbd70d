/** Rules as data, run on the frozen rows of a release: what they found, and how full the attributes are (ISO 19157). */
@NullMarked
package tr.kentatlas.spatial.quality;

import org.jspecify.annotations.NullMarked;
