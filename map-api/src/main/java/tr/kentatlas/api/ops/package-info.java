/** What the operator asks the running service. */
@NullMarked
package tr.kentatlas.api.ops;

import org.jspecify.annotations.NullMarked;
