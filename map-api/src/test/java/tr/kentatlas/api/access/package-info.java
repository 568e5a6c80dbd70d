/** Who sees what. */
@NullMarked
package tr.kentatlas.api.access;

import org.jspecify.annotations.NullMarked;
