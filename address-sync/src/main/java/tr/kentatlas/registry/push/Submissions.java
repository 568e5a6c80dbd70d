package tr.kentatlas.registry.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.store.Links;

/** Makes writes of buildings, doors and units from the working data as it is when they are sent. */
final class Submissions {
    private final JdbcClient jdbc;
    private final Links links;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.links = new Links(jdbc);
    }

    BuildingWrite building(UUID id, Target target) {
        return one(jdbc.sql("SELECT l.*, ST_AsBinary(ST_Transform(b.geom, 4326)) AS wkb FROM registry.local l"
                        + " JOIN working.bina b ON b.tucbs_no = l.object"
                        + " AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)"
                        + " WHERE l.level = 'building' AND l.id = ? LIMIT 1")
                .param(id)
                .query((row, n) -> building(row, target)));
    }

    private static BuildingWrite building(ResultSet row, Target target) throws SQLException {
        demandInForce(row);
        return new BuildingWrite(
                target,
                row.getLong("neighbourhood"),
                row.getString("label"),
                told(row, "kind", Saying.KIND_MISSING, "yapiTipi"),
                told(row, "detail", Saying.CONDITION_MISSING, "yapiDurum"),
                row.getObject("floors", Integer.class),
                row.getObject("floors_below", Integer.class),
                geometry(row));
    }

    DoorWrite door(UUID id, Target target) {
        return one(jdbc.sql("""
                                SELECT l.*, d.ust_numarataj, d.diger_yapi, ST_AsBinary(ST_Transform(d.geom, 4326)) AS wkb, r.code AS side,
                                    (SELECT p.tasinmaz_kimlik_no FROM working.parsel p WHERE p.tucbs_no = d.parsel
                                        AND registry.valid_now(p.gecerlilik_baslangic, p.gecerlilik_bitis) LIMIT 1) AS parcel,
                                    CASE WHEN EXISTS (SELECT FROM registry.side o WHERE o.street = l.street_code) THEN s.fixed_code END
                                        AS fixed_code
                                FROM registry.local l JOIN working.numarataj d ON d.tucbs_no = l.object
                                    AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
                                LEFT JOIN registry.local_side s ON s.id = d.yon
                                LEFT JOIN registry.side r ON r.street = l.street_code AND r.neighbourhood = s.neighbourhood
                                    AND r.fixed_code = s.fixed_code
                                WHERE l.level = 'door' AND l.id = ? LIMIT 1
                                """).param(id).query((row, n) -> door(row, target)));
    }

    private DoorWrite door(ResultSet row, Target target) throws SQLException {
        demandInForce(row);
        Geometry place = geometry(row);
        if (!(place instanceof Point point)) throw new Unsendable(Saying.PLACE_MISSING);
        return new DoorWrite(
                target,
                row.getLong("neighbourhood"),
                parent(Level.STREET, row.getObject("parent", UUID.class)),
                side(row),
                optional(Level.BUILDING, row.getObject("building", UUID.class)),
                row.getString("diger_yapi"),
                row.getObject("parcel", Long.class),
                optional(Level.DOOR, row.getObject("ust_numarataj", UUID.class)),
                told(row, "label", Saying.NUMBER_MISSING),
                told(row, "kind", Saying.KIND_MISSING, "numaratajTipi"),
                point);
    }

    /** Where the registry tells sides at all, a door waits for its side as it waits for its street. */
    private static @Nullable Long side(ResultSet row) throws SQLException {
        Long side = row.getObject("side", Long.class);
        String fixedCode = row.getString("fixed_code");
        if (side == null && fixedCode != null) throw new Waiting(Remark.of(Saying.WAITS_FOR_SIDE, fixedCode));
        return side;
    }

    UnitWrite unit(UUID id, Target target) {
        return one(jdbc.sql(
                        "SELECT l.*, u.durum FROM registry.local l JOIN working.bagimsiz_bolum u ON u.tucbs_no = l.object"
                                + " AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)"
                                + " WHERE l.level = 'unit' AND l.id = ? LIMIT 1")
                .param(id)
                .query((row, n) -> unit(row, target)));
    }

    private UnitWrite unit(ResultSet row, Target target) throws SQLException {
        demandInForce(row);
        return new UnitWrite(
                target,
                parent(Level.BUILDING, row.getObject("building", UUID.class)),
                parent(Level.DOOR, row.getObject("parent", UUID.class)),
                row.getString("label"),
                row.getObject("floor", Integer.class),
                told(row, "detail", Saying.USE_MISSING, "kullanimTuru"),
                told(row, "kind", Saying.KIND_MISSING, "bbTipi"),
                told(row, "durum", Saying.CONDITION_MISSING, "yapiDurum"));
    }

    /** What became a draft since it was queued waits until it is in force. */
    private static void demandInForce(ResultSet row) throws SQLException {
        if (row.getBoolean("draft")) throw new Waiting(Remark.of(Saying.DRAFT_HERE));
    }

    /** A read that ends with what the map needs. */
    private static <T> T one(JdbcClient.MappedQuerySpec<T> query) {
        return query.optional().orElseThrow(() -> new Unsendable(Saying.NO_LONGER_HERE));
    }

    private long parent(Level level, @Nullable UUID local) {
        if (local == null) throw new Unsendable(Saying.PARENT_MISSING, level);
        return links.code(level, local).orElseThrow(() -> new Waiting(level, local));
    }

    /** A draft is told of where the registry has it already, and is not waited for. */
    private @Nullable Long optional(Level level, @Nullable UUID local) {
        if (local == null) return null;
        Optional<Boolean> draft = jdbc.sql("SELECT draft FROM registry.local WHERE level = ? AND id = ? LIMIT 1")
                .params(level.word(), local)
                .query(Boolean.class)
                .optional();
        if (draft.isEmpty()) return null;
        Optional<Long> code = links.code(level, local);
        if (code.isEmpty() && !draft.get()) throw new Waiting(level, local);
        return code.orElse(null);
    }

    private static String told(ResultSet row, String column, Saying missing, Object... field) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Unsendable(missing, field));
    }

    static @Nullable Geometry geometry(ResultSet row) throws SQLException {
        byte[] wkb = row.getBytes("wkb");
        try {
            return wkb == null ? null : new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("the database wrote broken WKB", e);
        }
    }
}
