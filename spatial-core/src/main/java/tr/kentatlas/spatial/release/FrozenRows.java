package tr.kentatlas.spatial.release;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.GridGeometry;

/**
 * Pipes rows from a reading transaction into a published table by binary COPY, hashing what passes and replacing the last field,
 * WKB in EPSG:3857, by its box and geometry on the world grid.
 */
final class FrozenRows {
    private static final int HEADER = 19;
    private static final int NO_FIELD = -1;

    private final Connection reader;
    private final Connection writer;
    private final MessageDigest hash;
    private final WKBReader wkb = new WKBReader();

    FrozenRows(Connection reader, Connection writer, MessageDigest hash) {
        this.reader = reader;
        this.writer = writer;
        this.hash = hash;
    }

    /** Pipes rows without geometry as they are. */
    long pipe(String select, String table, LongConsumer progress) throws SQLException {
        return pipe(select, table, progress, (row, out) -> out.writeToCopy(row, 0, row.length));
    }

    /** Pipes rows whose last field is WKB in EPSG:3857. */
    long pipeWithGrid(String select, String table, LongConsumer progress) throws SQLException {
        return pipe(select, table, progress, this::writeWithGrid);
    }

    private long pipe(String select, String table, LongConsumer progress, RowWriter rowWriter) throws SQLException {
        CopyOut from = reader.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        CopyIn to =
                writer.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
        long rows = 0;
        try {
            boolean first = true;
            for (byte[] message = from.readFromCopy(); message != null; message = from.readFromCopy()) {
                byte[] row = first ? passHeader(message, to) : message;
                first = false;
                if (row.length > 2) {
                    hash.update(row);
                    rowWriter.write(row, to);
                    if (++rows % 1000 == 0) progress.accept(rows);
                } else {
                    to.writeToCopy(row, 0, row.length); // the trailer
                }
            }
            to.endCopy();
        } finally {
            if (to.isActive()) to.cancelCopy();
        }
        return rows;
    }

    /** PostgreSQL sends the file header and the first row as one message. */
    private static byte[] passHeader(byte[] message, CopyIn to) throws SQLException {
        to.writeToCopy(message, 0, HEADER);
        byte[] row = new byte[message.length - HEADER];
        System.arraycopy(message, HEADER, row, 0, row.length);
        return row;
    }

    private void writeWithGrid(byte[] row, CopyIn to) throws SQLException {
        int last = startOfLastField(row);
        ByteBuffer in = ByteBuffer.wrap(row);
        int length = in.getInt(last);
        byte[] grid = length == NO_FIELD ? null : grid(row, last + 4, length);
        ByteBuffer out = ByteBuffer.allocate(last + (grid == null ? 8 : 4 + 32 + 4 + grid.length));
        out.put(row, 0, last).putShort(0, (short) (in.getShort(0) + 1));
        if (grid == null) {
            out.putInt(NO_FIELD).putInt(NO_FIELD);
        } else {
            GridBox box = GridGeometry.box(grid);
            out.putInt(32)
                    .putDouble(box.maxX())
                    .putDouble(box.maxY())
                    .putDouble(box.minX())
                    .putDouble(box.minY());
            out.putInt(grid.length).put(grid);
        }
        to.writeToCopy(out.array(), 0, out.position());
    }

    /** The geometry on the grid; null when nothing of it is left there, such as an empty one. */
    private byte @org.jspecify.annotations.Nullable [] grid(byte[] row, int offset, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(row, offset, bytes, 0, length);
        try {
            Geometry geometry = wkb.read(bytes);
            if (geometry.isEmpty()) return null;
            byte[] grid = GridGeometry.encode(geometry);
            return grid.length == 0 ? null : grid;
        } catch (IllegalArgumentException e) {
            return null; // a collection or a coordinate that is no number has no place on a tile; a rule finds it
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote WKB that cannot be read", e);
        }
    }

    private static int startOfLastField(byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        int fields = in.getShort();
        for (int field = 1; field < fields; field++) {
            int length = in.getInt();
            if (length > 0) in.position(in.position() + length);
        }
        return in.position();
    }

    /** Writes one row into the COPY that receives it. */
    @FunctionalInterface
    private interface RowWriter {
        void write(byte[] row, CopyIn to) throws SQLException;
    }
}
