package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Streets one can walk along, as a compact graph: streets meet where they share an end, and nowhere else, so a bridge does not meet what
 * passes below it. Walked both ways. Coordinates and lengths in metres of the storage CRS.
 */
public final class WalkGraph {
    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final double[] length;
    /** Points of edge e are those from start[e] up to, not including, start[e + 1]. */
    private final int[] start;

    private final double[] x;
    private final double[] y;
    /** Edges at node n are incident[first[n]] up to, not including, incident[first[n + 1]]. */
    private final int[] first;

    private final int[] incident;

    private WalkGraph(Builder made) {
        nodes = made.ends.size();
        from = made.from.toArray();
        to = made.to.toArray();
        start = made.start.toArray();
        x = made.x.toArray();
        y = made.y.toArray();
        length = lengths();
        first = new int[nodes + 1];
        incident = new int[2 * from.length];
        connect();
    }

    private double[] lengths() {
        double[] all = new double[from.length];
        for (int e = 0; e < all.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) all[e] += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        return all;
    }

    private void connect() {
        for (int e = 0; e < from.length; e++) {
            first[from[e] + 1]++;
            first[to[e] + 1]++;
        }
        for (int n = 0; n < nodes; n++) first[n + 1] += first[n];
        int[] next = Arrays.copyOf(first, nodes);
        for (int e = 0; e < from.length; e++) {
            incident[next[from[e]]++] = e;
            incident[next[to[e]]++] = e;
        }
    }

    public int nodes() {
        return nodes;
    }

    public int edges() {
        return from.length;
    }

    /** Metres of all streets together. */
    public double metres() {
        return Arrays.stream(length).sum();
    }

    public int from(int edge) {
        return from[edge];
    }

    public int to(int edge) {
        return to[edge];
    }

    public double length(int edge) {
        return length[edge];
    }

    int incidents(int node) {
        return first[node + 1] - first[node];
    }

    int incident(int node, int i) {
        return incident[first[node] + i];
    }

    int other(int edge, int node) {
        return from[edge] == node ? to[edge] : from[edge];
    }

    int firstPoint(int edge) {
        return start[edge];
    }

    int pastPoints(int edge) {
        return start[edge + 1];
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    int points() {
        return x.length;
    }

    /** The place so many metres along an edge. */
    public Coordinate at(int edge, double along) {
        double left = along;
        for (int i = start[edge] + 1; i < start[edge + 1]; i++) {
            double step = Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
            if (left <= step && step > 0) return between(i, left / step);
            left -= step;
        }
        return new Coordinate(x[start[edge + 1] - 1], y[start[edge + 1] - 1]);
    }

    private Coordinate between(int i, double share) {
        return new Coordinate(x[i - 1] + share * (x[i] - x[i - 1]), y[i - 1] + share * (y[i] - y[i - 1]));
    }

    /** The piece of an edge between two places along it. */
    public Coordinate[] piece(int edge, double low, double high) {
        List<Coordinate> piece = new ArrayList<>();
        piece.add(at(edge, low));
        double walked = 0;
        for (int i = start[edge] + 1; i < start[edge + 1] - 1; i++) {
            walked += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
            if (walked > low && walked < high) piece.add(new Coordinate(x[i], y[i]));
        }
        piece.add(at(edge, high));
        return piece.toArray(Coordinate[]::new);
    }

    /** Takes one street after the other. */
    public static final class Builder {
        /** Ends closer than this, in metres, are one. */
        private static final double SAME = 0.01;

        private final Map<End, Integer> ends = new HashMap<>();
        private final Ints from = new Ints();
        private final Ints to = new Ints();
        private final Ints start = new Ints();
        private final Doubles x = new Doubles();
        private final Doubles y = new Doubles();

        private record End(long east, long north) {}

        public Builder() {
            start.add(0);
        }

        /** A street from end to end; one without length is none. */
        public Builder add(Coordinate... line) {
            if (Arrays.stream(line).noneMatch(point -> !point.equals2D(line[0]))) return this;
            from.add(node(line[0]));
            to.add(node(line[line.length - 1]));
            for (Coordinate point : line) {
                x.add(point.x);
                y.add(point.y);
            }
            start.add(x.size());
            return this;
        }

        private int node(Coordinate at) {
            return ends.computeIfAbsent(new End(Math.round(at.x / SAME), Math.round(at.y / SAME)), end -> ends.size());
        }

        public WalkGraph build() {
            return new WalkGraph(this);
        }
    }
}
