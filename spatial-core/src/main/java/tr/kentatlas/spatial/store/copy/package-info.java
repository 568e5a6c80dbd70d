/** Rows as PostgreSQL's binary COPY takes and gives them. */
@NullMarked
package tr.kentatlas.spatial.store.copy;

import org.jspecify.annotations.NullMarked;
