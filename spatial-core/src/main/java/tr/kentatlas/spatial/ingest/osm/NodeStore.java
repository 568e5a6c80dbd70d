package tr.kentatlas.spatial.ingest.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The nodes of a file by number: place in degrees to seven decimals and one integer of marks, in a mapped temporary file of
 * 20 bytes a node, so that a big city costs no heap.
 */
final class NodeStore implements AutoCloseable {
    private static final int RECORD = 20;
    private static final int SEGMENT_RECORDS = 1 << 20;
    private static final int LON = 8;
    private static final int LAT = 12;
    private static final int MARKS = 16;
    private static final double SCALE = 1e7;

    private final Path file;
    private final FileChannel channel;
    private final List<MappedByteBuffer> segments = new ArrayList<>();
    private long size;
    private long last = Long.MIN_VALUE;
    private boolean sorted = true;

    NodeStore() {
        try {
            file = Files.createTempFile("kentatlas-nodes", ".tmp");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(long id, double lon, double lat, int marks) {
        if (size == (long) segments.size() * SEGMENT_RECORDS) grow();
        sorted &= id > last;
        last = id;
        put(size++, id, (int) Math.round(lon * SCALE), (int) Math.round(lat * SCALE), marks);
    }

    /** Ends the adding; extracts come sorted by number, any other order is sorted here. */
    void seal() {
        if (!sorted) new HeapSort().sort();
        sorted = true;
    }

    long size() {
        return size;
    }

    /** The position of a node, or -1 when the file has none of this number. */
    long find(long id) {
        long low = 0;
        long high = size - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            long found = id(middle);
            if (found == id) return middle;
            if (found < id) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    @Nullable
    Coordinate coordinate(long id) {
        long at = find(id);
        return at < 0 ? null : new Coordinate(lon(at), lat(at));
    }

    double lon(long at) {
        return segment(at).getInt(offset(at) + LON) / SCALE;
    }

    double lat(long at) {
        return segment(at).getInt(offset(at) + LAT) / SCALE;
    }

    long id(long at) {
        return segment(at).getLong(offset(at));
    }

    int marks(long at) {
        return segment(at).getInt(offset(at) + MARKS);
    }

    void mark(long at, int marks) {
        segment(at).putInt(offset(at) + MARKS, marks);
    }

    @Override
    public void close() {
        try {
            segments.clear();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(long at, long id, int lon, int lat, int marks) {
        MappedByteBuffer segment = segment(at);
        int offset = offset(at);
        segment.putLong(offset, id);
        segment.putInt(offset + LON, lon);
        segment.putInt(offset + LAT, lat);
        segment.putInt(offset + MARKS, marks);
    }

    private MappedByteBuffer segment(long at) {
        return segments.get((int) (at / SEGMENT_RECORDS));
    }

    private static int offset(long at) {
        return (int) (at % SEGMENT_RECORDS) * RECORD;
    }

    private void grow() {
        long bytes = (long) SEGMENT_RECORDS * RECORD;
        try {
            segments.add(channel.map(MapMode.READ_WRITE, segments.size() * bytes, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("no room for the nodes in " + file.getParent(), e);
        }
    }

    /** Sorts in place: files in another order are rare, so it only has to be small and need no memory. */
    private final class HeapSort {
        void sort() {
            for (long root = size / 2 - 1; root >= 0; root--) sift(root, size);
            for (long end = size - 1; end > 0; end--) {
                swap(0, end);
                sift(0, end);
            }
        }

        private void sift(long start, long end) {
            long root = start;
            for (long child = 2 * root + 1; child < end; child = 2 * root + 1) {
                if (child + 1 < end && id(child) < id(child + 1)) child++;
                if (id(root) >= id(child)) return;
                swap(root, child);
                root = child;
            }
        }

        private void swap(long a, long b) {
            long id = id(a);
            int lon = segment(a).getInt(offset(a) + LON);
            int lat = segment(a).getInt(offset(a) + LAT);
            int marks = marks(a);
            put(a, id(b), segment(b).getInt(offset(b) + LON), segment(b).getInt(offset(b) + LAT), marks(b));
            put(b, id, lon, lat, marks);
        }
    }
}
