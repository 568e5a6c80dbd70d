package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** One line of the street plan while it is being drawn; it is cut into links at its nodes. */
final class Street {
    /** Stands for "no street along this edge". */
    static final Street NONE = new Street("", StreetKind.NONE, new Coordinate[0], "", "");

    /** Metres under which a corner beside a node is no corner of its own. */
    private static final double CLOSE = 0.02;

    final String key;
    final StreetKind kind;
    final List<Coordinate> line = new ArrayList<>();
    /** Keys of the mahalles on either side, seen along the line. */
    final String left;

    final String right;
    private final Set<Coordinate> nodes = new HashSet<>();
    private final Set<Coordinate> attachments = new HashSet<>();
    private double[] along = {};

    Street(String key, StreetKind kind, Coordinate[] line, String left, String right) {
        this.key = key;
        this.kind = kind;
        this.line.addAll(List.of(line));
        this.left = left;
        this.right = right;
    }

    void addNode(Coordinate at) {
        if (!line.contains(at)) {
            line.add(nearestSegment(at) + 1, at);
        }
        nodes.add(at);
        along = new double[0];
    }

    /** Where side streets may meet a main road; empty for local streets, which may be met anywhere. */
    Set<Coordinate> attachments() {
        return attachments;
    }

    void allow(List<Coordinate> places) {
        attachments.addAll(places);
    }

    /** The node nearest to a place, or the place itself when none is within reach. */
    Coordinate nodeNear(Coordinate at, double reach) {
        Coordinate best = at;
        double least = reach;
        for (Coordinate c : line) {
            if (nodes.contains(c) && c.distance(at) < least) {
                least = c.distance(at);
                best = c;
            }
        }
        return best;
    }

    int nearestSegment(Coordinate at) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < line.size(); i++) {
            double distance = Plane.segmentDistance(at, line.get(i), line.get(i + 1));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Metres from the start of the line to the place nearest to {@code at}. */
    double positionOf(Coordinate at) {
        int i = nearestSegment(at);
        Coordinate a = line.get(i);
        Coordinate b = line.get(i + 1);
        return lengths()[i] + Plane.share(at, a, b) * a.distance(b);
    }

    boolean isLeft(Coordinate at) {
        int i = nearestSegment(at);
        return Plane.turn(line.get(i), line.get(i + 1), at) > 0;
    }

    double length() {
        return lengths()[line.size() - 1];
    }

    Coordinate first() {
        return line.getFirst();
    }

    Coordinate last() {
        return line.getLast();
    }

    /** The line cut at its nodes, in its own direction. */
    List<Coordinate[]> pieces() {
        List<Coordinate[]> pieces = new ArrayList<>();
        List<Coordinate> piece = new ArrayList<>();
        for (Coordinate c : line) {
            boolean end = nodes.contains(c) || c.equals2D(last());
            if (!end && !piece.isEmpty() && piece.getLast().distance(c) < CLOSE) continue;
            if (end && piece.size() > 1 && piece.getLast().distance(c) < CLOSE) piece.removeLast();
            piece.add(c);
            if (piece.size() > 1 && end) {
                pieces.add(piece.toArray(Coordinate[]::new));
                piece = new ArrayList<>(List.of(c));
            }
        }
        return pieces;
    }

    private double[] lengths() {
        if (along.length == 0) {
            along = new double[line.size()];
            for (int i = 1; i < line.size(); i++) {
                along[i] = along[i - 1] + line.get(i - 1).distance(line.get(i));
            }
        }
        return along;
    }
}
