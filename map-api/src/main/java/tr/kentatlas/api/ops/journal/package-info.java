/** Files that what happens is written down in before anything else is done with it. */
@NullMarked
package tr.kentatlas.api.ops.journal;

import org.jspecify.annotations.NullMarked;
