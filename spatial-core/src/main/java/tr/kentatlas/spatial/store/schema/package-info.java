/** From the model to tables: the DDL of a feature type, and the proof that model and database agree. */
@NullMarked
package tr.kentatlas.spatial.store.schema;

import org.jspecify.annotations.NullMarked;
