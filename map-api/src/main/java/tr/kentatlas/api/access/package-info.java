/** Who is calling, and what that caller may see. */
@NullMarked
package tr.kentatlas.api.access;

import org.jspecify.annotations.NullMarked;
