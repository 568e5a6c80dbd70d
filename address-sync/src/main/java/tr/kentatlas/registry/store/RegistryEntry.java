package tr.kentatlas.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;

/**
 * What the registry last said of one thing.
 *
 * @param geometry in the city's storage CRS
 */
public record RegistryEntry(
        Level level,
        long code,
        long neighbourhood,
        @Nullable Long parent,
        @Nullable Long building,
        @Nullable String otherConstruction,
        @Nullable Long parcel,
        @Nullable Long side,
        @Nullable Long mainDoor,
        @Nullable String label,
        @Nullable String kind,
        @Nullable String detail,
        @Nullable String condition,
        @Nullable Integer floors,
        @Nullable Integer floorsBelow,
        @Nullable Integer floor,
        boolean active,
        long version,
        @Nullable Geometry geometry) {

    public static Optional<RegistryEntry> find(JdbcClient jdbc, Level level, long code) {
        return jdbc.sql(
                        "SELECT e.*, ST_AsBinary(ST_Transform(e.geom, (SELECT value::integer FROM kent.setting WHERE name = 'srid')))"
                                + " AS wkb FROM registry.entry e WHERE e.level = ? AND e.code = ?")
                .params(level.word(), code)
                .query((row, n) -> of(row))
                .optional();
    }

    private static RegistryEntry of(ResultSet row) throws SQLException {
        return new RegistryEntry(
                Level.of(row.getString("level")),
                row.getLong("code"),
                row.getLong("neighbourhood"),
                row.getObject("parent", Long.class),
                row.getObject("building", Long.class),
                row.getString("other_construction"),
                row.getObject("parcel", Long.class),
                row.getObject("side", Long.class),
                row.getObject("main_door", Long.class),
                row.getString("label"),
                row.getString("kind"),
                row.getString("detail"),
                row.getString("condition"),
                row.getObject("floors", Integer.class),
                row.getObject("floors_below", Integer.class),
                row.getObject("floor", Integer.class),
                row.getBoolean("active") && row.getBoolean("listed"),
                row.getLong("version"),
                geometry(row.getBytes("wkb")));
    }

    private static @Nullable Geometry geometry(byte @Nullable [] wkb) {
        try {
            return wkb == null ? null : new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("the database wrote broken WKB", e);
        }
    }
}
