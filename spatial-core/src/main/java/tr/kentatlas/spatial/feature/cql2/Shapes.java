package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Builds geometries from positions and refuses those that have no shape. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    static LineString line(List<Coordinate> positions, Place place) {
        if (positions.size() < 2) {
            throw new Cql2SyntaxException(place, "a line needs at least 2 positions");
        }
        return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
    }

    static LinearRing ring(List<Coordinate> positions, Place place) {
        if (positions.size() < 4) {
            throw new Cql2SyntaxException(place, "a ring needs at least 4 positions");
        }
        if (!positions.getFirst().equals2D(positions.getLast())) {
            throw new Cql2SyntaxException(place, "a ring must end at the position where it starts");
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    static Polygon polygon(List<LinearRing> rings) {
        List<LinearRing> holes = rings.subList(1, rings.size());
        return FACTORY.createPolygon(rings.getFirst(), holes.toArray(LinearRing[]::new));
    }
}
