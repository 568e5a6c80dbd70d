package tr.kentatlas.spatial.delivery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.VisibleType;

/** The tables a GeoPackage with one layer has (OGC 12-128r18 §1.1, §2.1), and its geometry format. */
final class GeoPackageTables {
    static final String FID = "fid";
    private static final int APPLICATION_ID = 0x47504B47; // "GPKG"
    private static final int VERSION = 10_300;
    private static final byte LITTLE_ENDIAN_WITHOUT_ENVELOPE = 1;
    private static final String[] FIXED = {
        "PRAGMA application_id = " + APPLICATION_ID,
        "PRAGMA user_version = " + VERSION,
        "PRAGMA synchronous = OFF",
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,"
                + " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),"
                + " ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),"
                + " ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]', NULL)",
        "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
                + " description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))"
    };

    private final Connection sqlite;
    private final VisibleType type;
    private final int srid;

    GeoPackageTables(Connection sqlite, VisibleType type, int srid) {
        this.sqlite = sqlite;
        this.type = type;
        this.srid = srid;
    }

    void create(String definition) throws SQLException {
        for (String sql : FIXED) execute(sql);
        if (srid != 4326) {
            run(
                    "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
                    "EPSG:" + srid,
                    srid,
                    srid,
                    definition);
        }
        Stream<String> place = type.hasGeometry() ? Stream.of(FeatureGeometry.COLUMN + " GEOMETRY") : Stream.empty();
        String columns = Stream.of(
                        Stream.of(FID + " INTEGER PRIMARY KEY", quoted(VisibleType.ID) + " TEXT NOT NULL UNIQUE"),
                        place,
                        type.attributes().stream().map(a -> quoted(a.name()) + " " + declared(a)))
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE " + quoted(type.type().name()) + " (" + columns + ")");
        if (type.hasGeometry()) for (String sql : index().begin()) execute(sql);
    }

    private GeoPackageIndex index() {
        return new GeoPackageIndex(type.type().name());
    }

    void finish(Instant changedAt) throws SQLException {
        String name = type.type().name();
        boolean placed = type.hasGeometry();
        String data = placed ? "features" : "attributes";
        String at = changedAt.truncatedTo(ChronoUnit.MILLIS).toString();
        Integer system = placed ? srid : null;
        run(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, ?, ?, ?, ?)",
                name,
                data,
                type.type().title().in(Locale.forLanguageTag("tr")),
                at,
                system);
        if (system != null) {
            run(
                    "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'GEOMETRY', ?, 2, 2)",
                    name,
                    FeatureGeometry.COLUMN,
                    system);
            for (String sql : index().finish()) execute(sql);
        }
    }

    static String insert(VisibleType type) {
        Stream<String> place = type.hasGeometry() ? Stream.of(FeatureGeometry.COLUMN) : Stream.empty();
        String columns = Stream.of(
                        Stream.of(FID, quoted(VisibleType.ID)),
                        place,
                        type.attributes().stream().map(a -> quoted(a.name())))
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        String marks = Stream.of(columns.split(", ")).map(c -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + quoted(type.type().name()) + " (" + columns + ") VALUES (" + marks + ")";
    }

    /** The header, then WKB. */
    static byte @Nullable [] blob(byte @Nullable [] wkb, int srid) {
        if (wkb == null) return null;
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put(LITTLE_ENDIAN_WITHOUT_ENVELOPE)
                .putInt(srid)
                .put(wkb)
                .array();
    }

    private static String declared(Attribute attribute) {
        if (attribute.isMany()) return "TEXT";
        return switch (attribute.type()) {
            case INTEGER, LONG -> "INTEGER";
            case DECIMAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case INSTANT -> "DATETIME";
            case TEXT, CODE, URI, REFERENCE, UUID, GEOMETRY -> "TEXT";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = sqlite.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
