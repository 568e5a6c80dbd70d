/** The published tables in PostGIS: what a grant shows of them, and how that is read. */
@NullMarked
package tr.kentatlas.spatial.store;

import org.jspecify.annotations.NullMarked;
