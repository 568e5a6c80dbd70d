package tr.kentatlas.spatial.ingest.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer as the file's own tables describe it.
 *
 * @param geometry name of the geometry column; null for a table without place
 * @param organization who defines its CRS, such as EPSG; null where the CRS is undefined
 * @param box of the layer in its own CRS as the file says; may be null and is not to be trusted
 */
record GeoPackageLayer(
        String table,
        @Nullable String geometry,
        int srsId,
        @Nullable String organization,
        int code,
        Envelope box) {

    static List<GeoPackageLayer> list(Connection file) throws SQLException {
        List<GeoPackageLayer> layers = new ArrayList<>();
        try (Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT c.table_name, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id,
                               c.min_x, c.min_y, c.max_x, c.max_y
                          FROM gpkg_contents c
                          LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
                          LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                         WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name
                        """)) {
            while (row.next()) {
                layers.add(new GeoPackageLayer(
                        row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5), box(row)));
            }
        }
        return layers;
    }

    boolean hasPlace() {
        return geometry != null;
    }

    /** Undefined CRSs (srs_id 0 and -1) and those nobody but the file knows have no EPSG code. */
    boolean isEpsg() {
        return srsId > 0 && "EPSG".equalsIgnoreCase(organization) && code > 0;
    }

    /** The layer's name in SQL. */
    String quoted() {
        return '"' + table.replace("\"", "\"\"") + '"';
    }

    private static Envelope box(ResultSet row) throws SQLException {
        Envelope box = new Envelope();
        if (row.getObject(6) == null || row.getObject(9) == null) return box;
        box.expandToInclude(row.getDouble(6), row.getDouble(7));
        box.expandToInclude(row.getDouble(8), row.getDouble(9));
        return box;
    }
}
