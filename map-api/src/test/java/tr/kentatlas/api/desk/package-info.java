/** The desk before real HTTP, real roles and a real database. */
@NullMarked
package tr.kentatlas.api.desk;

import org.jspecify.annotations.NullMarked;
