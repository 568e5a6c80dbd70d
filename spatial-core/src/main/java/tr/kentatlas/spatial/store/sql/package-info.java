/** Statements and their values, transactions, and the locks jobs take. */
@NullMarked
package tr.kentatlas.spatial.store.sql;

import org.jspecify.annotations.NullMarked;
