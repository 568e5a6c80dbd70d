package tr.kentatlas.spatial.ingest.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/** A GeoPackage (OGC 12-128r18) whose layers are named after feature types, with official names or column names as columns. */
public final class GeoPackageSource implements FeatureSource {
    /** In bytes; a few of them can ask for a gigabyte of zeros. */
    private static final String LARGEST_VALUE = "64000000";

    private final Path file;
    private final Model model;
    private final String dataset;
    private final List<GeoPackageLayer> layers;
    private final int srid;
    private final long rows;

    /**
     * Opens a GeoPackage.
     *
     * @param dataset what tells keys of this file from those of another
     * @throws BrokenSourceException when the file is none, has no layer of the model, or its CRS is undefined
     */
    public GeoPackageSource(Path file, Model model, String dataset) {
        this.file = file;
        this.model = model;
        this.dataset = dataset;
        try (Connection connection = open()) {
            this.layers = GeoPackageLayer.list(connection);
            List<GeoPackageLayer> known = known();
            this.srid = srid(known);
            this.rows = count(connection, known);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public String name() {
        return FileNames.of(file);
    }

    @Override
    public int srid() {
        return srid;
    }

    /** In rows. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of(rows);
    }

    /** The layers' own boxes, where every layer has one; else by reading. */
    @Override
    public Optional<Envelope> extent() {
        Envelope box = new Envelope();
        for (GeoPackageLayer layer : known()) {
            if (layer.hasPlace() && layer.box().isNull()) return Extents.byReading(this);
            box.expandToInclude(layer.box());
        }
        return Extents.inDegrees(box, srid);
    }

    @Override
    public boolean isPartial() {
        return true;
    }

    @Override
    public void read(RecordSink sink) {
        try (Connection connection = open()) {
            long done = 0;
            for (GeoPackageLayer layer : layers) {
                var type = FileNames.type(model, layer.table());
                if (type.isEmpty()) sink.skip("layer " + layer.table());
                else done = read(connection, layer, properties(type.get()), sink, done);
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private Properties properties(FeatureType type) {
        return new Properties(model, type, dataset, GeoPackageSource::shape);
    }

    private static @Nullable Geometry shape(Object raw) throws BadGeometry {
        return switch (raw) {
            case byte[] blob -> GeoPackageGeometry.read(blob);
            case String wkt -> GeoPackageGeometry.read(wkt);
            default -> throw new BadGeometry("it is no GeoPackage geometry");
        };
    }

    private long read(Connection connection, GeoPackageLayer layer, Properties names, RecordSink sink, long before)
            throws SQLException {
        String key = primaryKey(connection, layer);
        long done = before;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + layer.quoted())) {
            while (row.next()) {
                deliver(row, key, layer, names, sink);
                sink.progress(++done);
            }
        }
        return done;
    }

    private static void deliver(
            ResultSet row, @Nullable String primaryKey, GeoPackageLayer layer, Properties names, RecordSink sink)
            throws SQLException {
        String key = key(row, primaryKey);
        String called = Objects.requireNonNullElse(key, "?");
        RecordBuilder record = new RecordBuilder(names.type().name(), called, sink);
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnName(i);
            boolean own = column.equals(primaryKey) || column.equals(layer.geometry()) || Properties.isIdentity(column);
            if (!own) names.read(column, row.getObject(i), record, sink);
        }
        try {
            var geometry = layer.hasPlace() ? GeoPackageGeometry.read(row.getBytes(layer.geometry())) : null;
            record.deliver(names.id(key), geometry);
        } catch (BadGeometry e) {
            sink.reject(names.type().name(), called, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String key(ResultSet row, @Nullable String primaryKey) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (Properties.isIdentity(columns.getColumnName(i)) && row.getString(i) != null) return row.getString(i);
        }
        return primaryKey == null ? null : row.getString(primaryKey);
    }

    private static @Nullable String primaryKey(Connection connection, GeoPackageLayer layer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery("PRAGMA table_info(" + layer.quoted() + ")")) {
            while (column.next()) {
                if (column.getInt("pk") == 1) return column.getString("name");
            }
        }
        return null;
    }

    private List<GeoPackageLayer> known() {
        List<GeoPackageLayer> known = layers.stream()
                .filter(l -> FileNames.type(model, l.table()).isPresent())
                .toList();
        if (known.isEmpty()) {
            String names = FileNames.list(layers.stream().map(GeoPackageLayer::table));
            throw new BrokenSourceException(
                    name() + " has no layer named after a feature type, such as bina; its layers are: " + names);
        }
        return known;
    }

    private int srid(List<GeoPackageLayer> known) {
        List<GeoPackageLayer> placed =
                known.stream().filter(GeoPackageLayer::hasPlace).toList();
        for (GeoPackageLayer layer : placed) {
            if (!layer.isEpsg()) {
                throw new BrokenSourceException(name() + ": layer " + layer.table()
                        + " does not say in which EPSG coordinate reference system it is (srs_id " + layer.srsId()
                        + ")");
            }
        }
        if (placed.stream().map(GeoPackageLayer::code).distinct().count() > 1) {
            throw new BrokenSourceException(name() + " has layers in different coordinate reference systems");
        }
        return placed.isEmpty() ? 0 : placed.getFirst().code();
    }

    private static long count(Connection connection, List<GeoPackageLayer> known) throws SQLException {
        long rows = 0;
        for (GeoPackageLayer layer : known) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM " + layer.quoted())) {
                row.next();
                rows += row.getLong(1);
            }
        }
        return rows;
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, LARGEST_VALUE);
        return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    }

    private BrokenSourceException broken(SQLException cause) {
        return new BrokenSourceException(name() + " is no readable GeoPackage: " + cause.getMessage(), cause);
    }
}
