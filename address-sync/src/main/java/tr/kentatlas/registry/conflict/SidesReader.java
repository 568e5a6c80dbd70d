package tr.kentatlas.registry.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.ConflictSides.Side;
import tr.kentatlas.registry.port.WrittenRemark;

/** Reads a page of conflicts with both sides of each. */
final class SidesReader {
    private static final String PAGE = """
            WITH page AS MATERIALIZED (
                SELECT c.* FROM registry.conflict c
            """ + Conflicts.WHICH + """
            ),
            first_door AS (  -- where a building is, as people say it
                SELECT DISTINCT ON (n.bina) n.bina, n.tucbs_no FROM working.numarataj n
                WHERE n.bina IN (SELECT object FROM page WHERE level = 'building')
                  AND registry.valid_now(n.gecerlilik_baslangic, n.gecerlilik_bitis)
                ORDER BY n.bina, substring(n.kapi_no FROM '^[0-9]+')::numeric, registry.number_key(n.kapi_no), n.tucbs_no)
            SELECT c.*, registry.conflict_mark(o) AS mark, m.name AS mahalle, r.ad AS our_street, s.label AS their_street, e.label AS their_label,
                   coalesce(d.kapi_no, u.ic_kapi_no, r0.ad, b.adi) AS our_label,
                   coalesce(d.kapi_no, ud.kapi_no) AS our_door, ed.label AS their_door,
                   ST_X(p.at) AS lon, ST_Y(p.at) AS lat, ST_X(q.at) AS their_lon, ST_Y(q.at) AS their_lat,
                   (SELECT coalesce(jsonb_object_agg(f.name || ' ' || x.code, x.label), '{}')
                    FROM (VALUES ('parent', CASE c.level WHEN 'door' THEN 'street' ELSE 'door' END), ('building', 'building'),
                                 ('mainDoor', 'door')) f(name, level)
                    CROSS JOIN LATERAL jsonb_array_elements_text(c.detail -> f.name) v(code)
                    JOIN registry.entry x ON x.level = f.level AND x.code = v.code::bigint AND x.label IS NOT NULL) AS labels,
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

    private SidesReader() {}

    /** @param which of {@link Conflicts#WHICH} */
    static List<ConflictSides> read(JdbcClient jdbc, List<@Nullable Object> which) {
        return jdbc.sql(PAGE).params(which).query((row, n) -> sides(row)).list();
    }

    private static ConflictSides sides(ResultSet row) throws SQLException {
        return new ConflictSides(
                Conflicts.of(row),
                row.getString("mark"),
                row.getString("mahalle"),
                row.getObject("street", Long.class),
                side(row, "our_", ""),
                side(row, "their_", "their_"),
                row.getString("labels"),
                Optional.ofNullable(row.getString("refusal"))
                        .map(WrittenRemark::read)
                        .orElse(null));
    }

    private static Side side(ResultSet row, String whose, String at) throws SQLException {
        return new Side(
                row.getString(whose + "street"),
                row.getString(whose + "door"),
                row.getString(whose + "label"),
                row.getObject(at + "lon", Double.class),
                row.getObject(at + "lat", Double.class));
    }
}
