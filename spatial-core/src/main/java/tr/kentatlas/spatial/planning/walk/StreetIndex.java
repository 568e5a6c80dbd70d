package tr.kentatlas.spatial.planning.walk;

import java.util.Arrays;
import java.util.Optional;

/** Finds the street nearest to a place: the segments of all edges in the cells of a square grid. */
public final class StreetIndex {
    private static final double USUAL_CELL = 64;
    private static final double MOST_CELLS = 2_000_000;

    private final WalkGraph graph;
    /** A segment is named by its second point. */
    private final int[] edgeOf;

    private final double west;
    private final double south;
    private final double cell;
    private final int columns;
    private final int rows;
    private final int[] first;
    private final int[] segments;

    public StreetIndex(WalkGraph graph) {
        this.graph = graph;
        edgeOf = edges(graph);
        double[] box = box(graph);
        west = box[0];
        south = box[1];
        cell = Math.max(USUAL_CELL, Math.sqrt((box[2] - west) * (box[3] - south) / MOST_CELLS));
        columns = 1 + (int) ((box[2] - west) / cell);
        rows = 1 + (int) ((box[3] - south) / cell);
        first = new int[columns * rows + 1];
        eachCell((at, point) -> first[at + 1]++);
        for (int i = 0; i < columns * rows; i++) first[i + 1] += first[i];
        segments = new int[first[columns * rows]];
        int[] next = Arrays.copyOf(first, columns * rows);
        eachCell((at, point) -> segments[next[at]++] = point);
    }

    private static int[] edges(WalkGraph graph) {
        int[] all = new int[graph.points()];
        for (int e = 0; e < graph.edges(); e++) Arrays.fill(all, graph.firstPoint(e), graph.pastPoints(e), e);
        return all;
    }

    private static double[] box(WalkGraph graph) {
        if (graph.points() == 0) return new double[4];
        double[] box = {graph.x(0), graph.y(0), graph.x(0), graph.y(0)};
        for (int i = 1; i < graph.points(); i++) {
            box[0] = Math.min(box[0], graph.x(i));
            box[1] = Math.min(box[1], graph.y(i));
            box[2] = Math.max(box[2], graph.x(i));
            box[3] = Math.max(box[3], graph.y(i));
        }
        return box;
    }

    /** Takes a cell and a segment that passes it. */
    @FunctionalInterface
    private interface Cells {
        void take(int cell, int point);
    }

    private void eachCell(Cells cells) {
        for (int point = 1; point < graph.points(); point++) {
            if (edgeOf[point] != edgeOf[point - 1]) continue;
            int low = column(Math.min(graph.x(point - 1), graph.x(point)));
            int high = column(Math.max(graph.x(point - 1), graph.x(point)));
            int top = row(Math.max(graph.y(point - 1), graph.y(point)));
            for (int r = row(Math.min(graph.y(point - 1), graph.y(point))); r <= top; r++) {
                for (int c = low; c <= high; c++) cells.take(r * columns + c, point);
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor((x - west) / cell);
    }

    private int row(double y) {
        return (int) Math.floor((y - south) / cell);
    }

    /** The nearest place on a street; empty when none is that near. */
    public Optional<Location> nearest(double x, double y, double metres) {
        Nearest nearest = new Nearest(x, y, metres);
        int rings = (int) Math.ceil(metres / cell);
        for (int ring = 0; ring <= rings && nearest.distance > (ring - 1) * cell; ring++) {
            ring(column(x), row(y), ring, nearest);
        }
        return nearest.point < 0 ? Optional.empty() : Optional.of(nearest.location());
    }

    private void ring(int column, int row, int ring, Nearest nearest) {
        for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
            boolean whole = Math.abs(r - row) == ring;
            int step = whole || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) {
                if (c >= 0 && c < columns) cell(r * columns + c, nearest);
            }
        }
    }

    private void cell(int at, Nearest nearest) {
        for (int i = first[at]; i < first[at + 1]; i++) nearest.look(segments[i]);
    }

    /** The nearest segment seen so far; of equally near ones the first in the graph. */
    private final class Nearest {
        private final double x;
        private final double y;
        private double distance;
        private int point = -1;
        private double share;

        Nearest(double x, double y, double metres) {
            this.x = x;
            this.y = y;
            distance = metres;
        }

        void look(int candidate) {
            double ax = graph.x(candidate - 1);
            double ay = graph.y(candidate - 1);
            double dx = graph.x(candidate) - ax;
            double dy = graph.y(candidate) - ay;
            double square = dx * dx + dy * dy;
            double along = square == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
            double bounded = Math.max(0, Math.min(1, along));
            double away = Math.hypot(x - ax - bounded * dx, y - ay - bounded * dy);
            if (away > distance || (away == distance && point >= 0 && candidate >= point)) return;
            distance = away;
            point = candidate;
            share = bounded;
        }

        Location location() {
            int edge = edgeOf[point];
            double along = 0;
            for (int i = graph.firstPoint(edge) + 1; i < point; i++) along += step(i);
            return new Location(edge, Math.min(graph.length(edge), along + share * step(point)), distance);
        }

        private double step(int i) {
            return Math.hypot(graph.x(i) - graph.x(i - 1), graph.y(i) - graph.y(i - 1));
        }
    }
}
