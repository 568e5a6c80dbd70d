package tr.kentatlas.spatial.release;

import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import tr.kentatlas.spatial.store.CopyBuffer;
import tr.kentatlas.spatial.store.CopyRow;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.GridGeometry;

/**
 * Pipes rows from one connection into a published table on another by binary COPY, adding what is dear to make at reading time: the
 * geometry on the world grid, and the row's {@link RowForms}.
 */
final class FrozenRows {
    private static final int HEADER = 19;
    private static final int TRAILER = 2;
    private static final int PORTION = 1 << 20;

    private final Connection reader;
    private final Connection writer;
    private final PublishedTable table;
    private final WKBReader wkb = new WKBReader();

    FrozenRows(Connection reader, Connection writer, PublishedTable table) {
        this.reader = reader;
        this.writer = writer;
        this.table = table;
    }

    /**
     * Pipes rows of the working data: the columns the table takes as they are, the GeoJSON of second geometries, and for a type with
     * place WKB in EPSG:3857.
     */
    long freeze(String select, MessageDigest hash, LongConsumer progress) throws SQLException {
        int stored = table.stored().size();
        RowForms forms = new RowForms(table, stored);
        int last = stored + table.geometries().size();
        return pipe(select, progress, (message, out) -> {
            hash.update(message);
            CopyRow row = new CopyRow(message);
            out.framed(row.first(stored));
            if (table.hasGeometry()) putGrid(row.bytes(last), out);
            putForms(forms, row, out);
        });
    }

    /** Pipes rows of another published table: all columns but the forms, then the GeoJSON of second geometries. */
    long copy(String select) throws SQLException {
        int taken = table.columns().size() - table.forms().size();
        RowForms forms = new RowForms(table, taken);
        return pipe(select, done -> {}, (message, out) -> {
            CopyRow row = new CopyRow(message);
            out.framed(row.first(taken));
            putForms(forms, row, out);
        });
    }

    private long pipe(String select, LongConsumer progress, RowWriter rowWriter) throws SQLException {
        CopyOut from = copies(reader).copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        String into =
                "COPY " + table.name() + " (" + String.join(", ", table.columns()) + ") FROM STDIN (FORMAT binary)";
        CopyBuffer out = new CopyBuffer(PORTION + PORTION / 4);
        long rows = 0;
        try {
            for (byte[] message = from.readFromCopy(); message != null; message = from.readFromCopy()) {
                // PostgreSQL sends the file header and the first row, or the trailer, as one message.
                byte[] row = rows == 0 ? Arrays.copyOfRange(message, HEADER, message.length) : message;
                if (row.length <= TRAILER) continue;
                out.row(table.columns().size());
                rowWriter.write(row, out);
                if (++rows % 1000 == 0) progress.accept(rows);
                if (out.size() > PORTION) out.send(copies(writer), into);
            }
            out.send(copies(writer), into);
        } catch (IOException e) {
            throw new SQLException("rows could not be copied", e);
        } finally {
            if (from.isActive()) from.cancelCopy();
        }
        return rows;
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void putForms(RowForms forms, CopyRow row, CopyBuffer out) {
        List<@Nullable Object> values = forms.values(row);
        if (table.hasGeometry()) out.raw(forms.tags(values));
        out.raw(forms.properties(values));
    }

    private void putGrid(byte @Nullable [] webMercator, CopyBuffer out) {
        byte[] grid = webMercator == null ? null : grid(webMercator);
        if (grid == null) {
            out.nil();
            out.nil();
        } else {
            GridBox box = GridGeometry.box(grid);
            out.box(box.minX(), box.minY(), box.maxX(), box.maxY());
            out.raw(grid);
        }
    }

    /** The geometry on the grid; null when nothing of it is left there, such as an empty one. */
    private byte @Nullable [] grid(byte[] webMercator) {
        try {
            Geometry geometry = wkb.read(webMercator);
            if (geometry.isEmpty()) return null;
            byte[] grid = GridGeometry.encode(geometry);
            return grid.length == 0 ? null : grid;
        } catch (IllegalArgumentException e) {
            return null; // a collection or a coordinate that is no number has no place on a tile; a rule finds it
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote WKB that cannot be read", e);
        }
    }

    /** Writes one row that was read into the buffer of rows to be written. */
    @FunctionalInterface
    private interface RowWriter {
        void write(byte[] row, CopyBuffer out);
    }
}
