package tr.kentatlas.spatial.sample;

import org.locationtech.jts.geom.Coordinate;

/** The ground: a smooth, invented surface that falls towards the river; heights in metres above sea level. */
final class Terrain {
    private final Noise hills;
    private final Noise knolls;

    Terrain(long seed) {
        this.hills = new Noise(seed, 71, 2600);
        this.knolls = new Noise(seed, 72, 700);
    }

    double height(double x, double y) {
        return 905 + 48 * hills.at(x, y) + 9 * knolls.at(x, y);
    }

    double height(Coordinate at) {
        return height(at.x, at.y);
    }
}
