/**
 * Vector tiles (Mapbox Vector Tile 2.1) encoded from geometry that was quantised once, when it was published: {@code
 * GridGeometry} makes the stored bytes, {@code TileEncoder} turns stored bytes into a tile. No I/O and no SQL here.
 */
@NullMarked
package tr.kentatlas.spatial.tile;

import org.jspecify.annotations.NullMarked;
