package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** One mesh of the main roads with everything drawn inside it. */
final class Cell {
    final int i;
    final int j;
    final Zone zone;
    /** Key of the mahalle it belongs to. */
    final String mahalle;

    final Ring ring;
    final List<Street> streets = new ArrayList<>();
    final List<Ring> faces = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    /** The river's middle line through the cell; empty where there is none. */
    Coordinate[] river = {};

    Cell(int i, int j, Zone zone, String mahalle, Ring ring) {
        this.i = i;
        this.j = j;
        this.zone = zone;
        this.mahalle = mahalle;
        this.ring = ring;
    }

    String key() {
        return i + ":" + j;
    }
}
