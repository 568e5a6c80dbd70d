package tr.kentatlas.spatial.planning.walk;

import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The ground beside some lines on a grid of squares: a square belongs to it when its middle is near enough for the square to hold a
 * place within the distance asked for. So every such place is in it, and nothing is that lies a square's diagonal farther.
 */
final class GroundGrid {
    /** Side of a square in metres, unless the lines cover more than {@link #MOST_SQUARES}. */
    private static final double SIDE = 10;

    private static final double MOST_SQUARES = 20_000_000;
    private static final int MARGIN = 2;

    private final double west;
    private final double south;
    private final double side;
    private final int columns;
    private final int rows;
    private final double reach;
    private final BitSet marked;

    private GroundGrid(Envelope box, double distance) {
        double width = box.getWidth() + 2 * distance;
        double height = box.getHeight() + 2 * distance;
        side = Math.max(SIDE, Math.sqrt(width * height / MOST_SQUARES));
        west = Math.floor((box.getMinX() - distance) / side - MARGIN) * side;
        south = Math.floor((box.getMinY() - distance) / side - MARGIN) * side;
        columns = (int) Math.ceil(width / side) + 2 * MARGIN + 2;
        rows = (int) Math.ceil(height / side) + 2 * MARGIN + 2;
        reach = distance + side / Math.sqrt(2);
        marked = new BitSet(columns * rows);
    }

    static GroundGrid beside(List<Coordinate[]> lines, double distance) {
        Envelope box = new Envelope();
        for (Coordinate[] line : lines) for (Coordinate point : line) box.expandToInclude(point);
        GroundGrid grid = new GroundGrid(box, distance);
        for (Coordinate[] line : lines) {
            for (int i = 1; i < line.length; i++) grid.mark(line[i - 1], line[i]);
        }
        grid.join();
        return grid;
    }

    /** Squares that touch at a corner only are joined by one more, so that an outline never touches itself. */
    private void join() {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int r = 0; r < rows - 1; r++) {
                for (int at = r * columns; at < (r + 1) * columns - 1; at++) changed |= join(at);
            }
        }
    }

    private boolean join(int at) {
        boolean southWest = marked.get(at);
        boolean southEast = marked.get(at + 1);
        boolean northWest = marked.get(at + columns);
        boolean northEast = marked.get(at + columns + 1);
        if (southWest != northEast || southEast != northWest || southWest == southEast) return false;
        marked.set(southWest ? at + 1 : at);
        return true;
    }

    private void mark(Coordinate a, Coordinate b) {
        int low = row(Math.min(a.y, b.y) - reach);
        int high = row(Math.max(a.y, b.y) + reach);
        int left = column(Math.min(a.x, b.x) - reach);
        int right = column(Math.max(a.x, b.x) + reach);
        for (int r = low; r <= high; r++) {
            for (int c = left; c <= right; c++) {
                if (isNear(west + (c + 0.5) * side, south + (r + 0.5) * side, a, b)) marked.set(r * columns + c);
            }
        }
    }

    private boolean isNear(double x, double y, Coordinate a, Coordinate b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / square));
        double ex = x - a.x - along * dx;
        double ey = y - a.y - along * dy;
        return ex * ex + ey * ey <= reach * reach;
    }

    private int column(double x) {
        return (int) Math.floor((x - west) / side);
    }

    private int row(double y) {
        return (int) Math.floor((y - south) / side);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    boolean isMarked(int column, int row) {
        return column >= 0 && row >= 0 && column < columns && row < rows && marked.get(row * columns + column);
    }

    /** The corner south-west of a square. */
    Coordinate corner(int column, int row) {
        return new Coordinate(west + column * side, south + row * side);
    }
}
