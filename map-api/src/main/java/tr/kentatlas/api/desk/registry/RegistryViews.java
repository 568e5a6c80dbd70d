package tr.kentatlas.api.desk.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.store.Levels;

/** Reads conflicts with what people need to see beside them: names, numbers and a place on the map. */
@Component
class RegistryViews {
    private static final String CONFLICTS = """
            WITH page AS MATERIALIZED (
                SELECT * FROM registry.conflict
                WHERE state = 'open' AND conflict_no > ? AND (?::text IS NULL OR kind = ?) AND (?::text IS NULL OR level = ?)
                  AND (?::bigint IS NULL OR neighbourhood = ?) ORDER BY conflict_no LIMIT ?),
            first_door AS (  -- where a building is, as people say it
                SELECT DISTINCT ON (n.bina) n.bina, n.tucbs_no FROM working.numarataj n
                WHERE n.bina IN (SELECT object FROM page WHERE level = 'building')
                  AND registry.valid_now(n.gecerlilik_baslangic, n.gecerlilik_bitis)
                ORDER BY n.bina, substring(n.kapi_no FROM '^[0-9]+')::numeric, registry.number_key(n.kapi_no), n.tucbs_no)
            SELECT c.*, registry.conflict_mark(o) AS mark, m.name AS mahalle, r.ad AS our_street, s.label AS their_street, e.label AS their_label,
                   coalesce(d.kapi_no, u.ic_kapi_no, r0.ad, b.adi) AS our_label,
                   coalesce(d.kapi_no, ud.kapi_no) AS our_door, ed.label AS their_door,
                   ST_X(p.at) AS lon, ST_Y(p.at) AS lat, ST_X(q.at) AS their_lon, ST_Y(q.at) AS their_lat,
                   (SELECT o.message FROM registry.outbox o WHERE o.level = c.level AND o.local = c.local AND o.state = 'rejected'
                    ORDER BY o.queued_no DESC LIMIT 1) AS refusal
            FROM page c
            JOIN registry.conflict o ON o.conflict_no = c.conflict_no
            LEFT JOIN registry.neighbourhood m ON m.code = c.neighbourhood
            LEFT JOIN registry.entry e ON e.level = c.level AND e.code = c.code
            LEFT JOIN registry.entry ed ON ed.level = 'door' AND ed.code = CASE c.level WHEN 'unit' THEN e.parent WHEN 'building' THEN
                (SELECT x.code FROM registry.entry x
                 WHERE x.level = 'door' AND x.neighbourhood = c.neighbourhood AND x.building = c.code AND x.active AND x.listed
                 ORDER BY substring(x.label FROM '^[0-9]+')::numeric, x.key, x.code LIMIT 1) END
            LEFT JOIN registry.entry s ON s.level = 'street' AND s.code = coalesce(c.street, ed.parent)
            LEFT JOIN working.numarataj d ON c.level = 'door' AND d.tucbs_no = c.object
                AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
            LEFT JOIN working.bagimsiz_bolum u ON c.level = 'unit' AND u.tucbs_no = c.object
                AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)
            LEFT JOIN first_door f ON c.level = 'building' AND f.bina = c.object
            LEFT JOIN working.numarataj ud ON ud.tucbs_no = coalesce(u.numarataj, f.tucbs_no)
                AND registry.valid_now(ud.gecerlilik_baslangic, ud.gecerlilik_bitis)
            LEFT JOIN working.bina b ON b.tucbs_no = CASE c.level WHEN 'building' THEN c.object WHEN 'unit' THEN u.bina END
                AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
            LEFT JOIN working.yol r0 ON c.level = 'street' AND r0.tucbs_no = c.object
                AND registry.valid_now(r0.gecerlilik_baslangic, r0.gecerlilik_bitis)
            LEFT JOIN working.yol_orta_hat_yon y ON y.tucbs_no = coalesce(d.yon, ud.yon)
                AND registry.valid_now(y.gecerlilik_baslangic, y.gecerlilik_bitis)
            LEFT JOIN working.yol_orta_hat h ON h.tucbs_no = y.orta_hat AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis)
            LEFT JOIN working.yol r ON r.tucbs_no = h.yol AND registry.valid_now(r.gecerlilik_baslangic, r.gecerlilik_bitis)
            LEFT JOIN LATERAL (SELECT ST_Transform(ST_PointOnSurface(coalesce(d.geom, CASE c.level WHEN 'building' THEN b.geom END, ud.geom, b.geom,
                (SELECT x.geom FROM working.yol_orta_hat x WHERE x.yol = r0.tucbs_no AND x.geom IS NOT NULL LIMIT 1))), 4326) AS at) p
                ON true
            LEFT JOIN LATERAL (SELECT ST_PointOnSurface(coalesce(e.geom, ed.geom)) AS at) q ON true
            ORDER BY c.conflict_no
            """;

    private final JdbcClient desk;
    private final JsonMapper json;

    RegistryViews(@Desk JdbcClient desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    /**
     * One conflict beside both sides; places are longitude and latitude.
     *
     * @param mark changes when the disagreement or one of its sides does
     * @param street code of the registry's street it lies in
     */
    record ConflictRow(
            long number,
            String mark,
            ConflictKind kind,
            String level,
            @Nullable UUID object,
            @Nullable Long code,
            long neighbourhood,
            @Nullable String mahalle,
            @Nullable Long street,
            JsonNode detail,
            String changedBy,
            Here ours,
            Here theirs,
            @Nullable String refusal) {}

    /**
     * What one side says, and where.
     *
     * @param door a door itself, a unit's, or the first one of a building
     */
    record Here(
            @Nullable String street,
            @Nullable String door,
            @Nullable String label,
            @Nullable Double lon,
            @Nullable Double lat) {}

    List<ConflictRow> conflicts(
            @Nullable ConflictKind kind,
            @Nullable Level level,
            @Nullable Long neighbourhood,
            long after,
            int limit,
            Function<Remark, String> remarks) {
        String kindWord = kind == null ? null : kind.name();
        String levelWord = level == null ? null : Levels.word(level);
        return desk.sql(CONFLICTS)
                .params(Arrays.asList(
                        after, kindWord, kindWord, levelWord, levelWord, neighbourhood, neighbourhood, limit))
                .query((row, n) -> new ConflictRow(
                        row.getLong("conflict_no"),
                        row.getString("mark"),
                        ConflictKind.valueOf(row.getString("kind")),
                        row.getString("level"),
                        row.getObject("object", UUID.class),
                        row.getObject("code", Long.class),
                        row.getLong("neighbourhood"),
                        row.getString("mahalle"),
                        row.getObject("street", Long.class),
                        json.readTree(row.getString("detail")),
                        row.getString("changed_by"),
                        new Here(
                                row.getString("our_street"),
                                row.getString("our_door"),
                                row.getString("our_label"),
                                row.getObject("lon", Double.class),
                                row.getObject("lat", Double.class)),
                        new Here(
                                row.getString("their_street"),
                                row.getString("their_door"),
                                row.getString("their_label"),
                                row.getObject("their_lon", Double.class),
                                row.getObject("their_lat", Double.class)),
                        told(row.getString("refusal"), remarks)))
                .list();
    }

    /** GeoJSON outlines, simplified to about five metres. */
    String neighbourhoods() {
        return desk.sql(
                        "SELECT json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object("
                                + "'type', 'Feature', 'properties', json_build_object('code', code, 'name', name), 'geometry',"
                                + " ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(geom, 5), 4326), 6)::json)), '[]'::json))::text"
                                + " FROM registry.neighbourhood WHERE geom IS NOT NULL")
                .query(String.class)
                .single();
    }

    private static @Nullable String told(@Nullable String written, Function<Remark, String> remarks) {
        return Optional.ofNullable(written)
                .map(WrittenRemark::read)
                .map(remarks)
                .orElse(null);
    }
}
