/** Vector tiles: where they are kept, and that the map is drawn without the database. */
@NullMarked
package tr.kentatlas.api.ogc.tiles;

import org.jspecify.annotations.NullMarked;
