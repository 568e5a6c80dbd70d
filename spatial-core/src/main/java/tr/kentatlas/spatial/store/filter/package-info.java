/** Filters (CQL2, OGC 21-065r2) as conditions of PostGIS SQL. */
@NullMarked
package tr.kentatlas.spatial.store.filter;

import org.jspecify.annotations.NullMarked;
