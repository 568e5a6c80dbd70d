package tr.kentatlas.spatial.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A rectangle in a frame, and the footprints that fit into it. */
record Box(Frame frame, double x0, double y0, double x1, double y1) {

    double width() {
        return x1 - x0;
    }

    double depth() {
        return y1 - y0;
    }

    Coordinate frontMiddle() {
        return frame.at((x0 + x1) / 2, y0 - 0.3);
    }

    Box scaled(double share) {
        double cx = (x0 + x1) / 2;
        double half = width() / 2 * share;
        return new Box(frame, cx - half, y0, cx + half, y0 + depth() * share);
    }

    /** Whether it lies inside the ring, {@code margin} metres from its edge. */
    boolean fits(Ring ring, double margin) {
        Coordinate[] corners = {
            frame.at(x0 - margin, y0 - margin),
            frame.at(x1 + margin, y0 - margin),
            frame.at(x1 + margin, y1 + margin),
            frame.at(x0 - margin, y1 + margin)
        };
        return ring.contains(corners[0]) && !ring.crosses(corners);
    }

    Polygon rectangle() {
        return outline(0, 0, 1, 0, 1, 1, 0, 1);
    }

    Polygon ell(double share, boolean mirrored) {
        return mirrored
                ? outline(0, 0, 1, 0, 1, share, 1 - share, share, 1 - share, 1, 0, 1)
                : outline(0, 0, 1, 0, 1, 1, share, 1, share, 1 - share, 0, 1 - share);
    }

    Polygon ewe(double arm, double bottom) {
        return outline(0, 0, 1, 0, 1, 1, 1 - arm, 1, 1 - arm, bottom, arm, bottom, arm, 1, 0, 1);
    }

    Polygon cross(double cut) {
        double c = 1 - cut;
        return outline(cut, 0, c, 0, c, cut, 1, cut, 1, c, c, c, c, 1, cut, 1, cut, c, 0, c, 0, cut, cut, cut);
    }

    /** Two wings, one along the street and one behind it, joined by a passage. */
    Polygon aitch() {
        return outline(0, 0, 1, 0, 1, .3, .62, .3, .62, .7, 1, .7, 1, 1, 0, 1, 0, .7, .38, .7, .38, .3, 0, .3);
    }

    /** A front that steps back once, as many blocks of flats have. */
    Polygon stepped(double step) {
        return outline(0, step, 0.5, step, 0.5, 0, 1, 0, 1, 1 - step, 0.5, 1 - step, 0.5, 1, 0, 1);
    }

    Polygon courtyard(double wing) {
        Polygon outer = rectangle();
        Polygon inner = new Box(frame, x0 + wing, y0 + wing, x1 - wing, y1 - wing).rectangle();
        return Plane.GEOMETRY.createPolygon(
                outer.getExteriorRing(),
                new LinearRing[] {inner.getExteriorRing().reverse()});
    }

    private Polygon outline(double... shares) {
        Coordinate[] corners = new Coordinate[shares.length / 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = frame.at(x0 + shares[2 * i] * width(), y0 + shares[2 * i + 1] * depth());
        }
        return Plane.polygon(corners);
    }
}
