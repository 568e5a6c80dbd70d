/** OGC API Features Parts 1 to 3 and 5 (OGC 17-069r4, 18-058r1, 19-079r2): items, queryables, schemas. */
@NullMarked
package tr.kentatlas.api.ogc.features;

import org.jspecify.annotations.NullMarked;
