/** What calls to systems outside the house have in common. */
@NullMarked
package tr.kentatlas.spatial.outside;

import org.jspecify.annotations.NullMarked;
