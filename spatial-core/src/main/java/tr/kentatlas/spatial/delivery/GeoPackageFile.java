package tr.kentatlas.spatial.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.Projected;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;

/** A layer as GeoPackage 1.3 (OGC 12-128r18) in the storage CRS, easting first, with a spatial index. */
public final class GeoPackageFile implements FeatureFile {
    /** As an R-tree takes it. */
    private static final List<String> BOX = Stream.of("XMin", "XMax", "YMin", "YMax")
            .map(side -> "ST_" + side + "(" + FeatureGeometry.COLUMN + ")")
            .toList();

    private final WallReader reader;

    public GeoPackageFile(WallReader reader) {
        this.reader = reader;
    }

    @Override
    public String suffix() {
        return "gpkg";
    }

    @Override
    public String mediaType() {
        return "application/geopackage+sqlite3";
    }

    @Override
    public void write(Edition edition, VisibleType type, Path file, Consumer<UUID> told) throws IOException {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            GeoPackageTables tables = new GeoPackageTables(sqlite, type, edition.srid());
            tables.create(new Projected(reader, edition, type).definition());
            sqlite.setAutoCommit(false);
            copy(edition, type, sqlite, told);
            tables.finish(edition.publishedAt());
            sqlite.commit();
        } catch (SQLException e) {
            throw new IOException("the GeoPackage could not be written", e);
        }
    }

    private void copy(Edition edition, VisibleType type, Connection sqlite, Consumer<UUID> told) throws SQLException {
        try (GeoPackageRows out = GeoPackageRows.into(sqlite, type, edition.srid())) {
            reader.read(select(edition, type), Integer.MAX_VALUE, rows -> {
                while (rows.next()) {
                    told.accept(rows.getObject(1, UUID.class));
                    out.add(rows);
                }
                out.finish();
                return true;
            });
        }
    }

    private static GrantedSql select(Edition edition, VisibleType type) {
        String geometry = type.hasGeometry() ? "ST_AsBinary(" + FeatureGeometry.COLUMN + ")" : "NULL::bytea";
        String columns = Stream.of(
                        Stream.of("tucbs_no", geometry),
                        type.attributes().stream().map(a -> plain(a)),
                        type.hasGeometry() ? BOX.stream() : Stream.<String>empty())
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        return GrantedRows.of(edition, type).select(columns).then(" ORDER BY sira");
    }

    /** As SQLite stores it: lists as JSON, moments in UTC, and a second geometry, of which a table has none, as WKT. */
    private static String plain(Attribute attribute) {
        String column = attribute.column();
        if (attribute.isMany()) return "to_json(" + column + ")::text";
        return switch (attribute.type()) {
            case GEOMETRY -> "ST_AsText(" + column + ")";
            case INSTANT -> "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
            case DATE, REFERENCE, UUID -> column + "::text";
            case BOOLEAN -> column + "::integer";
            default -> column;
        };
    }
}
