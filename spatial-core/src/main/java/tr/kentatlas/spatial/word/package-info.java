/** What constants are called outside the code. */
@NullMarked
package tr.kentatlas.spatial.word;

import org.jspecify.annotations.NullMarked;
