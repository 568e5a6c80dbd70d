package tr.kentatlas.registry.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.store.RegistryStore;

/** What a person can choose from where two of the city's objects stand for one row of the registry, or the other way round. */
public final class Candidates {
    /** A unit is where its door is, a street where one of its centre lines is. */
    private static final String OURS = """
            SELECT l.id AS local, NULL::bigint AS code, coalesce(y.ad, sy.ad) AS street, l.label, ST_X(p.at) AS lon, ST_Y(p.at) AS lat
            FROM (SELECT c.level, x::uuid AS id FROM registry.conflict c, jsonb_array_elements_text(c.detail -> 'locals') x
                  WHERE c.conflict_no = ? AND c.state IN ('open', 'ignored')) w
            JOIN registry.local l ON l.level = w.level AND l.id = w.id
            LEFT JOIN working.bagimsiz_bolum u ON l.level = 'unit' AND u.tucbs_no = l.object
                AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)
            LEFT JOIN working.numarataj d ON d.tucbs_no = CASE l.level WHEN 'door' THEN l.object WHEN 'unit' THEN u.numarataj END
                AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
            LEFT JOIN working.bina b ON b.tucbs_no = CASE l.level WHEN 'building' THEN l.object WHEN 'unit' THEN u.bina ELSE d.bina END
                AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
            LEFT JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon AND registry.valid_now(s.gecerlilik_baslangic, s.gecerlilik_bitis)
            LEFT JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis)
            LEFT JOIN working.yol y ON y.tucbs_no = h.yol AND registry.valid_now(y.gecerlilik_baslangic, y.gecerlilik_bitis)
            LEFT JOIN working.yol sy ON l.level = 'street' AND sy.tucbs_no = l.object
                AND registry.valid_now(sy.gecerlilik_baslangic, sy.gecerlilik_bitis)
            LEFT JOIN LATERAL (SELECT x.geom FROM working.yol_orta_hat x WHERE x.yol = sy.tucbs_no AND x.geom IS NOT NULL LIMIT 1) o
                ON true
            LEFT JOIN LATERAL (SELECT ST_Transform(ST_PointOnSurface(coalesce(d.geom, b.geom, o.geom)), 4326) AS at) p ON true
            """;

    private static final String THEIRS = """
            SELECT NULL::uuid AS local, e.code, coalesce(s.label, ds.label) AS street, e.label, ST_X(p.at) AS lon, ST_Y(p.at) AS lat
            FROM (SELECT c.level, x::bigint AS code FROM registry.conflict c, jsonb_array_elements_text(c.detail -> 'codes') x
                  WHERE c.conflict_no = ? AND c.state IN ('open', 'ignored')) w
            JOIN registry.entry e ON e.level = w.level AND e.code = w.code AND e.active AND e.listed
            LEFT JOIN registry.entry d ON e.level = 'unit' AND d.level = 'door' AND d.code = e.parent
            LEFT JOIN registry.entry s ON e.level = 'door' AND s.level = 'street' AND s.code = e.parent
            LEFT JOIN registry.entry ds ON ds.level = 'street' AND ds.code = d.parent
            LEFT JOIN LATERAL (SELECT ST_PointOnSurface(coalesce(e.geom, d.geom)) AS at) p ON true
            """;

    private final JdbcClient jdbc;

    public Candidates(RegistryStore store) {
        jdbc = store.read();
    }

    /** In a steady order; none where nothing is to be chosen, or where the conflict is decided. */
    public List<Candidate> of(long conflict) {
        return jdbc.sql(OURS + " UNION ALL " + THEIRS + " ORDER BY street, label, local, code")
                .params(conflict, conflict)
                .query((row, n) -> of(row))
                .list();
    }

    private static Candidate of(ResultSet row) throws SQLException {
        return new Candidate(
                row.getObject("local", UUID.class),
                row.getObject("code", Long.class),
                row.getString("street"),
                row.getString("label"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class));
    }
}
