package tr.kentatlas.registry.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RoadWrite.CentreLine;
import tr.kentatlas.registry.port.RoadWrite.RoadSide;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Target;

/** Makes the write of a whole road: every centre line with its left and right side (the registry's rules for roads). */
final class RoadSubmission {
    private static final String SIDES = """
            SELECT h.tucbs_no AS line, s.taraf, m.code AS neighbourhood, s.tanitim_kodu AS fixed_code,
                   coalesce(r.code, q.code) AS code, coalesce(r.centre_line, q.centre_line) AS centre_line, k.code AS street, coalesce('taslak' IN (s.kayit_durumu, h.kayit_durumu), false) AS draft,
                   ST_AsBinary(ST_Transform(h.geom, 4326)) AS wkb
            FROM working.yol_orta_hat h
            JOIN working.yol_orta_hat_yon s ON s.orta_hat = h.tucbs_no AND s.kayit_durumu IS DISTINCT FROM 'arsiv'
                AND registry.valid_now(s.gecerlilik_baslangic, s.gecerlilik_bitis)
            LEFT JOIN registry.neighbourhood m ON m.id = s.mahalle
            LEFT JOIN registry.link k ON k.ended_at IS NULL AND k.level = 'street' AND k.local = registry.street_id(h.yol, m.code)
            LEFT JOIN registry.side r ON r.street = k.code AND r.neighbourhood = m.code AND r.fixed_code = s.tanitim_kodu
            LEFT JOIN LATERAL (  -- that of a side with another fixed code now: the one across the line of the other side
                SELECT a.code, a.centre_line FROM working.yol_orta_hat_yon o
                JOIN registry.side x ON x.street = k.code AND x.neighbourhood = m.code AND x.fixed_code = o.tanitim_kodu
                JOIN registry.side a ON a.street = k.code AND a.centre_line = x.centre_line AND a.code <> x.code
                WHERE r.code IS NULL AND o.orta_hat = h.tucbs_no AND o.tucbs_no <> s.tucbs_no
                  AND registry.valid_now(o.gecerlilik_baslangic, o.gecerlilik_bitis) LIMIT 1) q ON true
            WHERE h.yol = ? AND h.kayit_durumu IS DISTINCT FROM 'arsiv'
                AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis)
            ORDER BY h.tucbs_no, s.taraf
            """;

    private final JdbcClient jdbc;

    RoadSubmission(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One side as the database has it. */
    private record SideRow(
            UUID line,
            String side,
            @Nullable Long centreLine,
            @Nullable LineString shape,
            boolean draft,
            RoadSide written) {}

    /** @param part of the road whose street somebody decided to change, knowing it in this version */
    RoadWrite road(UUID road, UUID part, long version) {
        Map<UUID, List<SideRow>> lines = new LinkedHashMap<>();
        jdbc.sql(SIDES)
                .param(road)
                .query((row, n) -> side(row))
                .list()
                .forEach(side -> lines.computeIfAbsent(side.line(), line -> new ArrayList<>())
                        .add(side));
        if (lines.isEmpty()) throw new Unsendable(Saying.NO_CENTRE_LINE);
        List<CentreLine> written = lines.values().stream()
                .filter(RoadSubmission::isSent)
                .map(RoadSubmission::line)
                .toList();
        if (written.isEmpty()) throw draft();
        return jdbc.sql("SELECT ad, tip, kayit_durumu IS NOT DISTINCT FROM 'taslak' AS draft FROM working.yol y"
                        + " WHERE tucbs_no = ? AND registry.valid_now(y.gecerlilik_baslangic, y.gecerlilik_bitis)")
                .param(road)
                .query((row, n) -> {
                    if (row.getBoolean("draft")) throw draft();
                    return new RoadWrite(target(road, part, version), text(row, "ad"), text(row, "tip"), written);
                })
                .optional()
                .orElseThrow(() -> new Unsendable(Saying.NO_LONGER_HERE));
    }

    /** A draft is left out; where the registry has the line, that would end it there, so the road waits. */
    private static boolean isSent(List<SideRow> sides) {
        if (sides.stream().noneMatch(SideRow::draft)) return true;
        if (sides.stream().anyMatch(side -> side.centreLine() != null)) throw draft();
        return false;
    }

    private static Waiting draft() {
        return new Waiting(Remark.of(Saying.DRAFT_HERE));
    }

    /**
     * The whole road's code and the highest version known of its streets; the version somebody knew where the street was changed there
     * since, so that the registry refuses what would overwrite that unseen.
     */
    private Target target(UUID road, UUID part, long version) {
        return jdbc.sql("""
                        SELECT max(e.parent) AS code, CASE WHEN bool_or(k.local = :part AND e.version > :version) THEN :version
                                                           ELSE coalesce(max(e.version), 0) END AS version
                        FROM registry.link k JOIN registry.entry e ON e.level = k.level AND e.code = k.code
                        WHERE k.ended_at IS NULL AND k.level = 'street' AND k.object = :road
                        """)
                .param("part", part)
                .param("version", version)
                .param("road", road)
                .query((row, n) -> new Target(row.getObject("code", Long.class), row.getLong("version")))
                .single();
    }

    private static CentreLine line(List<SideRow> sides) {
        if (sides.size() != 2 || sides.get(0).side().equals(sides.get(1).side())) {
            throw new Unsendable(Saying.SIDES_NOT_TWO);
        }
        boolean ordered = sides.get(0).side().equals("sol");
        SideRow left = sides.get(ordered ? 0 : 1);
        SideRow right = sides.get(ordered ? 1 : 0);
        LineString shape = left.shape();
        if (shape == null) throw new Unsendable(Saying.LINE_BROKEN);
        return new CentreLine(left.centreLine(), shape, left.written(), right.written());
    }

    private static SideRow side(ResultSet row) throws SQLException {
        Long neighbourhood = row.getObject("neighbourhood", Long.class);
        if (neighbourhood == null) throw new Unsendable(Saying.SIDE_OUTSIDE);
        RoadSide written = new RoadSide(
                row.getObject("code", Long.class),
                neighbourhood,
                text(row, "fixed_code"),
                row.getObject("street", Long.class));
        return new SideRow(
                row.getObject("line", UUID.class),
                text(row, "taraf"),
                row.getObject("centre_line", Long.class),
                Submissions.geometry(row) instanceof LineString shape ? shape : null,
                row.getBoolean("draft"),
                written);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null || text.isBlank()) throw new Unsendable(Saying.FIELD_MISSING, column);
        return text;
    }
}
