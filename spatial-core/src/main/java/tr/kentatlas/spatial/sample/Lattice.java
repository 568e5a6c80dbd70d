package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The mesh of main roads, known everywhere from the seed alone, so that neighbours agree on every shared vertex without meeting. */
final class Lattice {
    static final double EAST = 430;
    static final double NORTH = 395;
    private static final double ORIGIN_X = 496_400;
    private static final double ORIGIN_Y = 4_416_600;
    /** Radius of a roundabout's ring. */
    static final double RING = 32;

    private static final double STEP = 30;
    private final long seed;
    private final Size size;
    private final Noise warpX;
    private final Noise warpY;

    Lattice(long seed, Size size) {
        this.seed = seed;
        this.size = size;
        this.warpX = new Noise(seed, 81, 4200);
        this.warpY = new Noise(seed, 82, 4200);
    }

    Coordinate node(int i, int j) {
        double x = ORIGIN_X + i * EAST;
        double y = ORIGIN_Y + j * NORTH;
        double jitterX = (Dice.at(seed, 83, i, j) - 0.5) * 120;
        double jitterY = (Dice.at(seed, 84, i, j) - 0.5) * 110;
        return Plane.at(x + 400 * warpX.at(x, y) + jitterX, y + 400 * warpY.at(x, y) + jitterY);
    }

    /** The edge from node (i, j) to its eastern neighbour. */
    Coordinate[] eastward(int i, int j) {
        Coordinate[] line =
                curve(node(i - 1, j), node(i, j), node(i + 1, j), node(i + 2, j), isBorderRow(j), i * 4L, j);
        return opened(line, isRoundabout(i, j), isRoundabout(i + 1, j));
    }

    /** The edge from node (i, j) to its northern neighbour. */
    Coordinate[] northward(int i, int j) {
        Coordinate[] line =
                curve(node(i, j - 1), node(i, j), node(i, j + 1), node(i, j + 2), isBorderColumn(i), i * 4L + 1, j);
        return opened(line, isRoundabout(i, j), isRoundabout(i, j + 1));
    }

    /** The border of all districts together, vertex by vertex that of those that lie on it, counter-clockwise and open. */
    Coordinate[] outline() {
        int columns = size.columns * size.districtsEast;
        int rows = size.rows * size.districtsNorth;
        List<Coordinate> at = new ArrayList<>();
        for (int i = 0; i < columns; i++) follow(at, eastward(i, 0));
        for (int j = 0; j < rows; j++) follow(at, northward(columns, j));
        for (int i = columns - 1; i >= 0; i--) follow(at, backwards(eastward(i, rows)));
        for (int j = rows - 1; j >= 0; j--) follow(at, backwards(northward(0, j)));
        return at.toArray(Coordinate[]::new);
    }

    private static Coordinate[] backwards(Coordinate[] edge) {
        return Arrays.asList(edge).reversed().toArray(Coordinate[]::new);
    }

    /** All of an edge but its last vertex, with which the next one begins. */
    private static void follow(List<Coordinate> at, Coordinate[] edge) {
        at.addAll(Arrays.asList(edge).subList(0, edge.length - 1));
    }

    StreetKind eastwardKind(int j) {
        if (isBorderRow(j)) {
            return StreetKind.BORDER;
        }
        return kind(Math.floorMod(j, size.rows), size.rows, j);
    }

    StreetKind northwardKind(int i) {
        if (isBorderColumn(i)) {
            return StreetKind.BORDER;
        }
        return kind(Math.floorMod(i, size.columns), size.columns, i + 1000);
    }

    boolean isBorderRow(int j) {
        return Math.floorMod(j, size.rows) == 0;
    }

    boolean isBorderColumn(int i) {
        return Math.floorMod(i, size.columns) == 0;
    }

    /** The row of cells, counted within its district, that the river runs through. */
    int riverRow() {
        return Math.max(1, size.rows / 3 - 1);
    }

    boolean hasRiver(int j) {
        return Math.floorMod(j, size.rows) == riverRow();
    }

    /** Vertices where side streets may meet this edge. */
    static List<Coordinate> attachments(Coordinate[] line, boolean crossedByRiver) {
        List<Coordinate> places = new ArrayList<>();
        int every = 2;
        for (int k = every; k <= line.length - 1 - every; k++) {
            double share = k / (line.length - 1.0);
            boolean bridge = crossedByRiver && share > 0.36 && share < 0.64;
            if (k % every == 0 && !bridge) {
                places.add(line[k]);
            }
        }
        return places;
    }

    /** Where two boulevards cross. */
    boolean isRoundabout(int i, int j) {
        return northwardKind(i) == StreetKind.BOULEVARD && eastwardKind(j) == StreetKind.BOULEVARD;
    }

    /** Gives the line a vertex where it meets the ring of a roundabout. */
    private static Coordinate[] opened(Coordinate[] line, boolean atStart, boolean atEnd) {
        int last = line.length - 1;
        if (atStart) {
            line[1] = Plane.beside(line[0], line[1], RING, 0);
        }
        if (atEnd) {
            line[last - 1] = Plane.beside(line[last], line[last - 1], RING, 0);
        }
        return line;
    }

    private StreetKind kind(int within, int count, int line) {
        boolean middle = within == count / 2;
        boolean second = count > 9 && within == count / 2 - (count / 3);
        if (middle || second) {
            return StreetKind.BOULEVARD;
        }
        return Dice.at(seed, 85, line, 0) < 0.7 ? StreetKind.AVENUE : StreetKind.COLLECTOR;
    }

    private Coordinate[] curve(
            Coordinate before, Coordinate a, Coordinate b, Coordinate after, boolean border, long x, long y) {
        int pieces = Math.max(8, 2 * (int) Math.round(a.distance(b) / STEP / 2));
        double bulge = border ? 70 : 16;
        double phase = (Dice.at(seed, 86, x, y) - 0.5) * 2 * bulge;
        double ripple = border ? (Dice.at(seed, 87, x, y) - 0.5) * 50 : 0;
        Coordinate[] line = new Coordinate[pieces + 1];
        for (int k = 1; k < pieces; k++) {
            double t = k / (double) pieces;
            double aside = phase * Math.sin(Math.PI * t) * Math.sin(Math.PI * t) + ripple * Math.sin(3 * Math.PI * t);
            line[k] = hermite(before, a, b, after, t, aside);
        }
        line[0] = a;
        line[pieces] = b;
        return line;
    }

    private static Coordinate hermite(
            Coordinate before, Coordinate a, Coordinate b, Coordinate after, double t, double aside) {
        double h1 = t * (1 - t) * (1 - t);
        double h2 = t * t * (t - 1);
        double h3 = t * t * (3 - 2 * t);
        double x = a.x + (b.x - a.x) * h3 + (b.x - before.x) / 2 * h1 + (after.x - a.x) / 2 * h2;
        double y = a.y + (b.y - a.y) * h3 + (b.y - before.y) / 2 * h1 + (after.y - a.y) / 2 * h2;
        double length = a.distance(b);
        return Plane.at(x - (b.y - a.y) / length * aside, y + (b.x - a.x) / length * aside);
    }
}
