package tr.kentatlas.spatial.ingest.osm;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Points found by box: their positions sorted by cells of a thousandth of a degree, eight bytes a point. */
final class PointGrid {
    private static final int INDEX_BITS = 26;
    private static final int ROW_BITS = 18;
    private static final double CELLS_PER_DEGREE = 1000;

    private final List<Coordinate> points;
    private final long[] cells;

    PointGrid(List<Coordinate> points) {
        this.points = List.copyOf(points);
        cells = new long[points.size()];
        for (int i = 0; i < cells.length; i++) {
            Coordinate p = points.get(i);
            cells[i] = cell(column(p.x), row(p.y)) | i;
        }
        Arrays.sort(cells);
    }

    /** Tells the positions of all points in the box, border included. */
    void within(Envelope box, IntConsumer found) {
        for (long column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
            int at = firstFrom(cell(column, row(box.getMinY())));
            long end = cell(column, row(box.getMaxY()) + 1);
            for (; at < cells.length && cells[at] < end; at++) {
                int index = (int) (cells[at] & ((1L << INDEX_BITS) - 1));
                if (box.contains(points.get(index))) found.accept(index);
            }
        }
    }

    private int firstFrom(long cell) {
        int at = Arrays.binarySearch(cells, cell);
        return at < 0 ? -at - 1 : at;
    }

    private static long cell(long column, long row) {
        return ((column << ROW_BITS) + row) << INDEX_BITS;
    }

    private static long column(double lon) {
        return (long) Math.floor((Math.clamp(lon, -180, 180) + 180) * CELLS_PER_DEGREE);
    }

    private static long row(double lat) {
        return (long) Math.floor((Math.clamp(lat, -90, 90) + 90) * CELLS_PER_DEGREE);
    }
}
