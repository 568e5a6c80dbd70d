package tr.kentatlas.spatial.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.store.VisibleType;

/** Writes rows into a GeoPackage's layer and its spatial index, many at a time. */
final class GeoPackageRows implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 5_000;

    /** Of the first attribute, after identity and geometry. */
    private static final int FIRST = 3;

    private final VisibleType type;
    private final int srid;
    private final PreparedStatement rows;
    private final @Nullable PreparedStatement boxes;
    private long fid;

    private GeoPackageRows(VisibleType type, int srid, PreparedStatement rows, @Nullable PreparedStatement boxes) {
        this.type = type;
        this.srid = srid;
        this.rows = rows;
        this.boxes = boxes;
    }

    static GeoPackageRows into(Connection sqlite, VisibleType type, int srid) throws SQLException {
        PreparedStatement rows = sqlite.prepareStatement(GeoPackageTables.insert(type));
        PreparedStatement boxes = type.hasGeometry()
                ? sqlite.prepareStatement(new GeoPackageIndex(type.type().name()).insert())
                : null;
        return new GeoPackageRows(type, srid, rows, boxes);
    }

    /** A row of identity, geometry, attributes, and the geometry's box. */
    void add(ResultSet row) throws SQLException {
        fid++;
        int at = 1;
        rows.setLong(at++, fid);
        rows.setString(at++, row.getString(1));
        if (boxes != null) rows.setBytes(at++, GeoPackageTables.blob(row.getBytes(2), srid));
        int attributes = type.attributes().size();
        for (int i = 0; i < attributes; i++) rows.setObject(at++, row.getObject(FIRST + i));
        rows.addBatch();
        if (boxes != null) addBox(boxes, row, FIRST + attributes);
        if (fid % ROWS_AT_ONCE == 0) finish();
    }

    /** What has no place, or an empty one, is in no index. */
    private void addBox(PreparedStatement boxes, ResultSet row, int from) throws SQLException {
        if (row.getObject(from) == null) return;
        boxes.setLong(1, fid);
        for (int side = 0; side < 4; side++) boxes.setDouble(2 + side, row.getDouble(from + side));
        boxes.addBatch();
    }

    /** Hands on what is still held back. */
    void finish() throws SQLException {
        rows.executeBatch();
        if (boxes != null) boxes.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        if (boxes != null) boxes.close();
    }
}
