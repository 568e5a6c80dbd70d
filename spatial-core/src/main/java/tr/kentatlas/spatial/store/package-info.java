/** The working data and the published tables in PostGIS: columns, loading, versions, queries. */
@NullMarked
package tr.kentatlas.spatial.store;

import org.jspecify.annotations.NullMarked;
