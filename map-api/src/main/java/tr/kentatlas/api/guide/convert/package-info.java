/** Positions in the ways people write them: degrees, the city's TM zone, UTM. */
@NullMarked
package tr.kentatlas.api.guide.convert;

import org.jspecify.annotations.NullMarked;
