package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Builds geometries from positions and refuses those that have no shape. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    static LineString line(List<Coordinate> positions, Place place) {
        if (positions.size() < 2) {
            throw new Cql2SyntaxException(place, Phrase.LINE_TOO_SHORT);
        }
        return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
    }

    static LinearRing ring(List<Coordinate> positions, Place place) {
        if (positions.size() < 4) {
            throw new Cql2SyntaxException(place, Phrase.RING_TOO_SHORT);
        }
        if (!positions.getFirst().equals2D(positions.getLast())) {
            throw new Cql2SyntaxException(place, Phrase.RING_OPEN);
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    static Polygon polygon(List<LinearRing> rings) {
        List<LinearRing> holes = rings.subList(1, rings.size());
        return FACTORY.createPolygon(rings.getFirst(), holes.toArray(LinearRing[]::new));
    }
}
