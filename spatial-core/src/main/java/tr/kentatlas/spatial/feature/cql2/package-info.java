/** The filter language CQL2 (OGC 21-065r2): its tree, its text and JSON readers, its writer. */
@NullMarked
package tr.kentatlas.spatial.feature.cql2;

import org.jspecify.annotations.NullMarked;
