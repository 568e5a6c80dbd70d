package tr.kentatlas.registry.match;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The passes that link without asking, each only where exactly one candidate stands on either side: P1 the same code (of a street
 * also the fixed code of a side), P2 the same number or name under linked parents, P3 the same by a former or second name of the
 * street; and a building that was sent without an answer, by its outline. What has several candidates is kept for a person; a draft of
 * the city is none beside an object that is in force.
 */
final class MatchPasses {
    private static final String FREE_LOCAL =
            "NOT EXISTS (SELECT FROM registry.link k WHERE k.ended_at IS NULL AND k.level = l.level AND k.local = l.id)";
    private static final String FREE_ENTRY =
            "NOT EXISTS (SELECT FROM registry.link k WHERE k.ended_at IS NULL AND k.level = e.level AND k.code = e.code)";
    /** A code of ours that the registry knows belongs to that row and to no other. */
    private static final String NO_KNOWN_CODE =
            "(l.code IS NULL OR NOT EXISTS (SELECT FROM registry.entry o WHERE o.level = l.level AND o.code = l.code AND o.active))";

    private static final String PARENT =
            " JOIN registry.link p ON p.ended_at IS NULL AND p.local = l.parent AND p.level = ";

    /** So many new links change how the next pass is best worked out. */
    private static final int MANY = 1_000;

    private final JdbcClient jdbc;

    MatchPasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run() {
        free();
        jdbc.sql(
                        "CREATE TEMP TABLE candidate (level text, id uuid, object uuid, version integer, code bigint, remote_version bigint,"
                                + " pass text, draft boolean) ON COMMIT DROP")
                .update();
        jdbc.sql("CREATE TEMP TABLE ambiguous ON COMMIT DROP AS SELECT * FROM candidate")
                .update();
        if (isLeft("street")) streets();
        if (isLeft("door")) doors();
        if (isLeft("building")) buildings();
        if (isLeft("unit")) units();
    }

    /** What is not linked yet: usually little, so that the passes cost little. */
    private void free() {
        jdbc.sql("""
                        CREATE TEMP TABLE free_local ON COMMIT DROP AS
                        SELECT level, local AS id, object, version, neighbourhood, our_code AS code, parent, building,
                            our_label AS label, our_key AS key, our_kind AS kind, NULL::text[] AS former, draft
                        FROM noticed WHERE here AND link_no IS NULL
                        """).update();
        jdbc.sql("""
                        CREATE TEMP TABLE free_entry ON COMMIT DROP AS
                        SELECT level, code, neighbourhood, their_parent AS parent, their_label AS label, their_key AS key,
                            their_kind AS kind, aliases, remote_version AS version
                        FROM noticed WHERE there AND link_no IS NULL
                        """).update();
        jdbc.sql("""
                        UPDATE free_local l SET former = f.keys
                        FROM (SELECT g.tucbs_no, array_agg(DISTINCT registry.name_key(g.ad)) AS keys
                              FROM working.yol_gecmis g WHERE g.ad IS NOT NULL GROUP BY g.tucbs_no) f
                        WHERE l.level = 'street' AND f.tucbs_no = l.object
                        """).update();
        jdbc.sql("ANALYZE free_local").update();
        jdbc.sql("ANALYZE free_entry").update();
    }

    /** Only where something is free on both sides can anything be linked. */
    private boolean isLeft(String level) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM free_local WHERE level = ?) AND EXISTS (SELECT FROM free_entry WHERE level = ?)")
                .params(level, level)
                .query(Boolean.class)
                .single();
    }

    private void byCode(String level) {
        candidates(level, "P1", "JOIN free_entry e ON e.level = l.level AND e.code = l.code", "l.code IS NOT NULL");
    }

    private void streets() {
        byCode("street");
        String same = "JOIN free_entry e ON e.level = 'street' AND e.neighbourhood = l.neighbourhood AND ";
        String kind = NO_KNOWN_CODE + " AND (l.kind = e.kind OR l.kind IS NULL OR e.kind IS NULL)";
        candidates("street", "P2", same + "e.key = l.key", kind);
        candidates("street", "P3", same + "(l.key = ANY (e.aliases) OR e.key = ANY (l.former))", kind);
        byFixedCode();
    }

    /**
     * What no name links any more is one street still when a side of it has the same fixed code. Names come first: a city whose fixed
     * codes are not yet those it gave the registry shall not have its streets mixed up.
     */
    private void byFixedCode() {
        candidates("street", "P1", """
                JOIN registry.local_side s ON s.road = l.object AND s.neighbourhood = l.neighbourhood
                JOIN registry.side r ON r.neighbourhood = s.neighbourhood AND r.fixed_code = s.fixed_code
                JOIN free_entry e ON e.level = 'street' AND e.code = r.street
                """, NO_KNOWN_CODE);
    }

    private void doors() {
        byCode("door");
        String number =
                PARENT + "'street' JOIN free_entry e ON e.level = 'door' AND e.parent = p.code AND e.key = l.key";
        candidates("door", "P2", number, NO_KNOWN_CODE + " AND p.pass <> 'P3'");
        candidates("door", "P3", number, NO_KNOWN_CODE + " AND p.pass = 'P3'");
    }

    /** A building has no number of its own: it is the one behind its doors. */
    private void buildings() {
        byCode("building");
        candidates("building", "P2", """
                JOIN (SELECT DISTINCT d.building AS id, o.building AS code FROM registry.local d
                      JOIN registry.link k ON k.ended_at IS NULL AND k.level = 'door' AND k.local = d.id
                      JOIN registry.entry o ON o.level = 'door' AND o.code = k.code AND o.building IS NOT NULL
                      WHERE d.level = 'door' AND d.building IS NOT NULL) b ON b.id = l.id
                JOIN free_entry e ON e.level = 'building' AND e.code = b.code
                """, NO_KNOWN_CODE);
        byOutline();
    }

    /**
     * What was sent and not answered may have arrived, and its doors are not there yet: its row is the one with the outline that was
     * sent, but for what rounding takes from it.
     */
    private void byOutline() {
        candidates("building", "PUSH", """
                JOIN registry.outbox o ON o.level = 'building' AND o.local = l.id AND o.action = 'put' AND o.code IS NULL
                    AND o.sent_at IS NOT NULL AND o.state IN ('queued', 'sent', 'uncertain')
                JOIN working.bina b ON b.tucbs_no = l.object AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
                JOIN free_entry e ON e.level = 'building' AND e.neighbourhood = l.neighbourhood
                JOIN registry.entry x ON x.level = 'building' AND x.code = e.code
                    AND ST_HausdorffDistance(ST_Transform(x.geom, ST_SRID(b.geom)), b.geom) < 0.5
                """, NO_KNOWN_CODE);
    }

    private void units() {
        byCode("unit");
        candidates(
                "unit",
                "P2",
                PARENT + "'door' JOIN free_entry e ON e.level = 'unit' AND e.parent = p.code AND e.key = l.key",
                NO_KNOWN_CODE);
    }

    private void candidates(String level, String pass, String join, String where) {
        jdbc.sql("TRUNCATE candidate").update();
        jdbc.sql("INSERT INTO candidate SELECT DISTINCT l.level, l.id, l.object, l.version, e.code, e.version, '" + pass
                        + "', l.draft FROM free_local l " + join + " WHERE l.level = '" + level + "' AND " + where
                        + " AND "
                        + FREE_LOCAL + " AND "
                        + FREE_ENTRY)
                .update();
        jdbc.sql(
                        "DELETE FROM candidate c WHERE draft AND EXISTS (SELECT FROM candidate o WHERE o.code = c.code AND NOT o.draft)")
                .update();
        int made = jdbc.sql("""
                        WITH counted AS (SELECT c.*, count(*) OVER (PARTITION BY id) AS codes, count(*) OVER (PARTITION BY code) AS locals
                                         FROM candidate c),
                             kept AS (INSERT INTO ambiguous SELECT level, id, object, version, code, remote_version, pass, draft
                                      FROM counted WHERE codes > 1 OR locals > 1)
                        INSERT INTO registry.link (level, code, local, object, pass, linked_by)
                        SELECT level, code, id, object, pass, 'compare' FROM counted WHERE codes = 1 AND locals = 1
                        """).update();
        if (made > MANY) jdbc.sql("SELECT registry.count_links()").query().singleRow();
    }
}
