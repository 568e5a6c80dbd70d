/** The net difference between two releases, as a grant sees it. */
@NullMarked
package tr.kentatlas.spatial.feed;

import org.jspecify.annotations.NullMarked;
