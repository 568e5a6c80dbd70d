/** From working data to what is served: freeze, check, approve, publish, roll back (architecture §1). */
@NullMarked
package tr.kentatlas.spatial.release;

import org.jspecify.annotations.NullMarked;
