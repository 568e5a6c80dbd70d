/** The City Guide's public API. */
@NullMarked
package tr.kentatlas.api.guide;

import org.jspecify.annotations.NullMarked;
