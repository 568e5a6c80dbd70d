package tr.kentatlas.spatial.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Plane geometry in metres; every coordinate of the city is rounded to the millimetre here. */
final class Plane {
    static final int SRID = 5255;
    static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), SRID);

    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

    private Plane() {}

    static Coordinate at(double x, double y) {
        return new Coordinate(mm(x), mm(y));
    }

    static double mm(double metres) {
        return Math.rint(metres * 1000) / 1000;
    }

    static double cm(double metres) {
        return Math.rint(metres * 100) / 100;
    }

    static Point point(Coordinate at) {
        return GEOMETRY.createPoint(at);
    }

    static Polygon polygon(Coordinate... open) {
        Coordinate[] closed = new Coordinate[open.length + 1];
        System.arraycopy(open, 0, closed, 0, open.length);
        closed[open.length] = open[0].copy();
        return GEOMETRY.createPolygon(closed);
    }

    static MultiPolygon multi(Polygon... parts) {
        return GEOMETRY.createMultiPolygon(parts);
    }

    /** The same shape with every corner on a whole centimetre, still valid. */
    static Geometry onCentimetres(Geometry shape) {
        return GeometryPrecisionReducer.reduce(shape, CENTIMETRES);
    }

    /** Twice the signed area of the triangle; positive when c lies left of a→b. */
    static double turn(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    /** Whether two segments touch or cross. */
    static boolean cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
    }

    static Coordinate between(Coordinate a, Coordinate b, double share) {
        return at(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    /** The point {@code along} metres from a towards b and {@code left} metres to the left of that way. */
    static Coordinate beside(Coordinate a, Coordinate b, double along, double left) {
        double length = a.distance(b);
        double dx = (b.x - a.x) / length;
        double dy = (b.y - a.y) / length;
        return at(a.x + dx * along - dy * left, a.y + dy * along + dx * left);
    }

    static double segmentDistance(Coordinate p, Coordinate a, Coordinate b) {
        return p.distance(nearest(p, a, b));
    }

    static Coordinate nearest(Coordinate p, Coordinate a, Coordinate b) {
        double share = share(p, a, b);
        return new Coordinate(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    static double share(Coordinate p, Coordinate a, Coordinate b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double square = dx * dx + dy * dy;
        return square == 0 ? 0 : Math.clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0, 1);
    }
}
