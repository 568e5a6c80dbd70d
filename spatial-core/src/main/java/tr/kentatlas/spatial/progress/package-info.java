/** How long work tells whoever waits for it where it is. */
@NullMarked
package tr.kentatlas.spatial.progress;

import org.jspecify.annotations.NullMarked;
