package tr.kentatlas.spatial.release;

import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.copy.CopyBuffer;
import tr.kentatlas.spatial.store.copy.CopyRow;
import tr.kentatlas.spatial.store.map.TileStore;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.GridGeometry;
import tr.kentatlas.spatial.tile.TileBlock;

/**
 * Pipes rows from one connection into a published table on another by binary COPY, adding what is dear to make at reading time: the
 * geometry on the world grid, and the row's {@link RowForms}.
 */
final class FrozenRows {
    private static final int HEADER = 19;
    private static final int TRAILER = 2;
    private static final int PORTION = 1 << 20;
    private static final int BLOCK_COLUMNS = 3;
    private static final int IDENTITY = 1;

    private final Connection reader;
    private final Connection writer;
    private final PublishedTable table;
    private final WKBReader wkb = new WKBReader();
    private final CopyBuffer rows = new CopyBuffer(PORTION);
    private final CopyBuffer blocks = new CopyBuffer(PORTION / 4);
    private TileBlock block = new TileBlock();

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
        return pipe(select, progress, message -> {
            hash.update(message);
            CopyRow row = new CopyRow(message);
            byte[] webMercator = table.hasGeometry() ? row.bytes(last) : null;
            put(row, stored, webMercator == null ? null : grid(webMercator), forms);
        });
    }

    /** Pipes rows of another published table: all columns but the properties, then the GeoJSON of second geometries. */
    long copy(String select) throws SQLException {
        int stored = table.stored().size();
        RowForms forms = new RowForms(table, table.columns().size() - 1);
        return pipe(select, done -> {}, message -> {
            CopyRow row = new CopyRow(message);
            put(row, stored, table.hasGeometry() ? row.bytes(stored + 1) : null, forms);
        });
    }

    private long pipe(String select, LongConsumer progress, Consumer<byte[]> taker) throws SQLException {
        CopyOut from = copies(reader).copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        long read = 0;
        try {
            for (byte[] message = from.readFromCopy(); message != null; message = from.readFromCopy()) {
                // PostgreSQL sends the file header and the first row, or the trailer, as one message.
                byte[] row = read == 0 ? Arrays.copyOfRange(message, HEADER, message.length) : message;
                if (row.length <= TRAILER) continue;
                taker.accept(row);
                if (++read % 1000 == 0) progress.accept(read);
                if (rows.size() + blocks.size() > PORTION) send();
            }
            putBlock();
            send();
        } catch (IOException e) {
            throw new SQLException("rows could not be copied", e);
        } finally {
            if (from.isActive()) from.cancelCopy();
        }
        return read;
    }

    private void send() throws SQLException, IOException {
        CopyManager copies = copies(writer);
        String columns = String.join(", ", table.columns());
        rows.send(copies, "COPY " + table.name() + " (" + columns + ") FROM STDIN (FORMAT binary)");
        if (table.hasGeometry()) blocks.send(copies, "COPY " + table.tileTable() + " FROM STDIN (FORMAT binary)");
    }

    private void put(CopyRow row, int stored, byte @Nullable [] grid, RowForms forms) {
        List<@Nullable Object> values = forms.values(row);
        rows.row(table.columns().size());
        rows.framed(row.first(stored));
        if (table.hasGeometry()) putGrid(grid, rows);
        rows.raw(forms.properties(values));
        if (grid == null) return;
        block.add(TileStore.numberOf(row.uuid(IDENTITY)), row.real(stored - 1), grid, forms.tags(values));
        if (block.isFull()) putBlock();
    }

    private void putBlock() {
        if (block.isEmpty()) return;
        GridBox box = block.box();
        blocks.row(BLOCK_COLUMNS);
        blocks.box(box.minX(), box.minY(), box.maxX(), box.maxY());
        blocks.float4(block.reach());
        blocks.raw(block.toBytes());
        block = new TileBlock();
    }

    private static void putGrid(byte @Nullable [] grid, CopyBuffer out) {
        if (grid == null) {
            out.nil();
            out.nil();
        } else {
            GridBox box = GridGeometry.box(grid);
            out.box(box.minX(), box.minY(), box.maxX(), box.maxY());
            out.raw(grid);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
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
}
