package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A simple polygon, counter-clockwise, that knows what runs along each of its edges. */
final class Ring {
    private static final double PARALLEL = 0.06;
    private static final double SPIKE = 6;
    final Coordinate[] at;
    /** {@code along[i]} runs along the edge from {@code at[i]} to the next corner. */
    final Street[] along;

    Ring(List<Coordinate> at, List<Street> along) {
        this.at = at.toArray(Coordinate[]::new);
        this.along = along.toArray(Street[]::new);
    }

    int size() {
        return at.length;
    }

    Coordinate corner(int i) {
        return at[Math.floorMod(i, at.length)];
    }

    Street edge(int i) {
        return along[Math.floorMod(i, along.length)];
    }

    Polygon polygon() {
        return Plane.polygon(at);
    }

    double area() {
        Coordinate[] closed = polygon().getExteriorRing().getCoordinates();
        return -Area.ofRingSigned(closed);
    }

    boolean contains(Coordinate p) {
        boolean inside = false;
        for (int i = 0, j = at.length - 1; i < at.length; j = i++) {
            if ((at[i].y > p.y) != (at[j].y > p.y)
                    && p.x < (at[j].x - at[i].x) * (p.y - at[i].y) / (at[j].y - at[i].y) + at[i].x) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether an outline, given open, touches or crosses the ring's edge. */
    boolean crosses(Coordinate... outline) {
        for (int i = 0; i < at.length; i++) {
            for (int k = 0; k < outline.length; k++) {
                if (Plane.cross(at[i], corner(i + 1), outline[k], outline[(k + 1) % outline.length])) {
                    return true;
                }
            }
        }
        return false;
    }

    double distanceToEdge(Coordinate p) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < at.length; i++) {
            least = Math.min(least, Plane.segmentDistance(p, at[i], corner(i + 1)));
        }
        return least;
    }

    int indexOf(Coordinate p) {
        for (int i = 0; i < at.length; i++) {
            if (at[i].equals2D(p)) {
                return i;
            }
        }
        return -1;
    }

    /** The same ring with one more corner on edge {@code i}. */
    Ring withCorner(int i, Coordinate p) {
        List<Coordinate> corners = new ArrayList<>(List.of(at));
        List<Street> edges = new ArrayList<>(List.of(along));
        corners.add(i + 1, p);
        edges.add(i + 1, along[i]);
        return new Ring(corners, edges);
    }

    /** The part left of a path that leads from corner {@code from} to corner {@code to}. */
    Ring leftOf(int from, int to, List<Coordinate> path, List<Street> labels) {
        List<Coordinate> corners = new ArrayList<>(path.subList(0, path.size() - 1));
        List<Street> edges = new ArrayList<>(labels);
        for (int i = to; i != from; i = (i + 1) % at.length) {
            corners.add(at[i]);
            edges.add(along[i]);
        }
        return new Ring(corners, edges);
    }

    /** What remains when half the width of every street along it is taken away; null-free: an empty ring when nothing remains. */
    Ring inset() {
        List<Coordinate> corners = new ArrayList<>();
        List<Street> edges = new ArrayList<>();
        boolean mitred = true;
        for (int i = 0; i < at.length; i++) {
            int first = corners.size();
            insetCorner(i, corners, edges);
            double widest = Math.max(edge(i - 1).kind.width, along[i].kind.width) / 2;
            mitred &= corners.get(first).distance(at[i]) < 3 * widest + 0.5;
        }
        Ring result = new Ring(corners, edges);
        return (mitred && result.follows() ? result : bufferedInset()).withoutSpikes();
    }

    /** Takes out corners so sharp that their two edges all but cover each other. */
    private Ring withoutSpikes() {
        for (int i = 0; i < at.length && at.length > 3; i++) {
            if (at[i].distance(corner(i + 1)) < 0.02 || sharpness(i) < SPIKE) {
                List<Coordinate> corners = new ArrayList<>(List.of(at));
                List<Street> edges = new ArrayList<>(List.of(along));
                int shorter = at[i].distance(corner(i - 1)) < at[i].distance(corner(i + 1)) ? i - 1 : i;
                corners.remove(i);
                edges.remove(Math.floorMod(shorter, at.length));
                return new Ring(corners, edges).withoutSpikes();
            }
        }
        return this;
    }

    /** The angle at a corner, in degrees. */
    double sharpness(int i) {
        return Math.toDegrees(Angle.angleBetween(corner(i - 1), at[i], corner(i + 1)));
    }

    boolean hasSpike() {
        for (int i = 0; i < at.length; i++) {
            if (sharpness(i) < SPIKE) {
                return true;
            }
        }
        return false;
    }

    private void insetCorner(int i, List<Coordinate> corners, List<Street> edges) {
        Coordinate before = corner(i - 1);
        Coordinate p = at[i];
        Coordinate after = corner(i + 1);
        double a = edge(i - 1).kind.width / 2;
        double b = along[i].kind.width / 2;
        double la = before.distance(p);
        double lb = p.distance(after);
        double ax = (p.x - before.x) / la;
        double ay = (p.y - before.y) / la;
        double bx = (after.x - p.x) / lb;
        double by = (after.y - p.y) / lb;
        double cross = ax * by - ay * bx;
        if (Math.abs(cross) < PARALLEL) {
            corners.add(Plane.at(p.x - ay * a, p.y + ax * a));
            edges.add(along[i]);
            if (Math.abs(a - b) > 0.01) {
                edges.set(edges.size() - 1, Street.NONE);
                corners.add(Plane.at(p.x - by * b, p.y + bx * b));
                edges.add(along[i]);
            }
            return;
        }
        double t = ((-by * b + ay * a) * by - (bx * b - ax * a) * bx) / cross;
        corners.add(Plane.at(p.x - ay * a + ax * t, p.y + ax * a + ay * t));
        edges.add(along[i]);
    }

    /** Whether every edge still runs the way round and the outline does not cross itself. */
    private boolean follows() {
        return at.length >= 3 && area() > 50 && polygon().isValid();
    }

    /** The slower way, for outlines where the offset edges cross: every street is cut out for itself. */
    private Ring bufferedInset() {
        Geometry rest = polygon().buffer(0);
        for (int i = 0; i < at.length; ) {
            int end = i + 1;
            while (end < at.length && along[end] == along[i]) {
                end++;
            }
            if (along[i].kind.width > 0) {
                rest = rest.difference(run(i, end).buffer(along[i].kind.width / 2, 1));
            }
            i = end;
        }
        return labelled(largest(rest));
    }

    private Geometry run(int from, int to) {
        Coordinate[] line = new Coordinate[to - from + 1];
        for (int i = 0; i < line.length; i++) {
            line[i] = corner(from + i);
        }
        return Plane.GEOMETRY.createLineString(line);
    }

    private static Polygon largest(Geometry parts) {
        Polygon largest = Plane.GEOMETRY.createPolygon();
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            if (parts.getGeometryN(i) instanceof Polygon part && part.getArea() > largest.getArea()) {
                largest = part;
            }
        }
        return largest;
    }

    /** The larger part outside a circle; the ring itself when the circle is elsewhere. */
    Ring outside(Ring labels, Coordinate centre, double radius) {
        if (distanceToEdge(centre) > radius && !contains(centre)) {
            return this;
        }
        Geometry rest = polygon().difference(Plane.point(centre).buffer(radius, 6));
        return labels.labelled(largest(rest)).withoutSpikes();
    }

    /** A polygon inside this ring, its edges labelled by the nearest street. */
    Ring labelled(Polygon polygon) {
        Coordinate[] points = polygon.getExteriorRing().getCoordinates();
        List<Coordinate> corners = new ArrayList<>();
        for (int i = points.length - 1; i > 0; i--) {
            Coordinate p = Plane.at(points[i].x, points[i].y);
            if (corners.isEmpty() || corners.getLast().distance(p) > 0.2) {
                corners.add(p);
            }
        }
        List<Street> edges = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            edges.add(streetNear(Plane.between(corners.get(i), corners.get((i + 1) % corners.size()), 0.5)));
        }
        Ring ring = new Ring(corners, edges);
        return ring.at.length >= 3 && ring.area() < 0 ? ring.turned() : ring;
    }

    private Ring turned() {
        List<Coordinate> corners = new ArrayList<>(List.of(at)).reversed();
        List<Street> edges = new ArrayList<>();
        for (int i = 0; i < along.length; i++) {
            edges.add(edge(along.length - 2 - i));
        }
        return new Ring(corners, edges);
    }

    private Street streetNear(Coordinate p) {
        Street nearest = Street.NONE;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < at.length; i++) {
            double distance = Math.abs(Plane.segmentDistance(p, at[i], corner(i + 1)) - along[i].kind.width / 2);
            if (distance < least) {
                least = distance;
                nearest = along[i];
            }
        }
        return nearest;
    }
}
