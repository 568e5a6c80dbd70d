/** What maps are drawn from: tiles, and features as they are stored. */
@NullMarked
package tr.kentatlas.spatial.store.map;

import org.jspecify.annotations.NullMarked;
