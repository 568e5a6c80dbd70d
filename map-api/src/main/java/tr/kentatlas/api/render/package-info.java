/** Drawing features with Java2D: symbols, pixels, legends, PNG. */
@NullMarked
package tr.kentatlas.api.render;

import org.jspecify.annotations.NullMarked;
