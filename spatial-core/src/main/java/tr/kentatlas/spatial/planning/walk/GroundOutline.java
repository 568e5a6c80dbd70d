package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Goes round the marked squares of a grid with the ground on the left hand: round what is there against the clock, round holes with it. */
final class GroundOutline {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** East, north, west, south. */
    private static final int[] EAST = {1, 0, -1, 0};

    private static final int[] NORTH = {0, 1, 0, -1};

    private final GroundGrid grid;
    /** The way out of a corner; there is never more than one. */
    private final Map<Long, Integer> ways = new HashMap<>();

    private final List<LinearRing> shells = new ArrayList<>();
    private final List<LinearRing> holes = new ArrayList<>();

    private GroundOutline(GroundGrid grid) {
        this.grid = grid;
    }

    static Geometry of(GroundGrid grid) {
        GroundOutline outline = new GroundOutline(grid);
        outline.edges();
        outline.rings();
        return outline.shape();
    }

    private void edges() {
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (!grid.isMarked(c, r)) continue;
                if (!grid.isMarked(c, r - 1)) way(c, r, 0);
                if (!grid.isMarked(c + 1, r)) way(c + 1, r, 1);
                if (!grid.isMarked(c, r + 1)) way(c + 1, r + 1, 2);
                if (!grid.isMarked(c - 1, r)) way(c, r + 1, 3);
            }
        }
    }

    private void way(int column, int row, int direction) {
        ways.put(key(column, row), direction);
    }

    private static long key(int column, int row) {
        return ((long) row << 32) | column;
    }

    private void rings() {
        for (long start : ways.keySet().stream().sorted().toList()) {
            if (ways.containsKey(start)) ring((int) start, (int) (start >> 32));
        }
    }

    private void ring(int startColumn, int startRow) {
        List<Coordinate> corners = new ArrayList<>();
        int column = startColumn;
        int row = startRow;
        int before = -1;
        for (Integer way = ways.remove(key(column, row)); way != null; way = ways.remove(key(column, row))) {
            if (way != before) corners.add(grid.corner(column, row));
            column += EAST[way];
            row += NORTH[way];
            before = way;
        }
        corners.add(corners.getFirst());
        add(SHAPES.createLinearRing(corners.toArray(Coordinate[]::new)));
    }

    private void add(LinearRing ring) {
        (Orientation.isCCW(ring.getCoordinateSequence()) ? shells : holes).add(ring);
    }

    private Geometry shape() {
        STRtree index = new STRtree();
        Map<LinearRing, List<LinearRing>> within = new HashMap<>();
        for (LinearRing shell : shells) {
            index.insert(shell.getEnvelopeInternal(), shell);
            within.put(shell, new ArrayList<>());
        }
        for (LinearRing hole : holes)
            within.getOrDefault(around(hole, index), new ArrayList<>()).add(hole);
        return SHAPES.createMultiPolygon(shells.stream()
                .map(shell -> SHAPES.createPolygon(
                        shell, within.getOrDefault(shell, List.of()).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new));
    }

    /** The smallest shell around a hole. */
    private LinearRing around(LinearRing hole, STRtree index) {
        LinearRing best = shells.getFirst();
        double smallest = Double.POSITIVE_INFINITY;
        for (Object found : index.query(hole.getEnvelopeInternal())) {
            LinearRing shell = (LinearRing) found;
            double area = shell.getEnvelopeInternal().getArea();
            boolean covers = shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal());
            if (covers && area < smallest && SHAPES.createPolygon(shell).covers(hole)) {
                best = shell;
                smallest = area;
            }
        }
        return best;
    }
}
