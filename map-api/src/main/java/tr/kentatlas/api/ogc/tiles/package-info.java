/** OGC API Tiles (OGC 20-057): vector tiles of the published release. */
@NullMarked
package tr.kentatlas.api.ogc.tiles;

import org.jspecify.annotations.NullMarked;
