package tr.kentatlas.spatial.quality;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/** Runs one rule on one release: counts everything, keeps the first findings, of a blocker all, and gives those without a place that of their feature. */
final class RuleRun {
    private final Rule rule;
    private final FrozenTypes types;
    private final Map<String, String> places;
    private final JdbcClient jdbc;

    RuleRun(Rule rule, FrozenTypes types, Map<String, String> places, JdbcClient jdbc) {
        this.rule = rule;
        this.types = types;
        this.places = places;
        this.jdbc = jdbc;
    }

    long run() {
        long found = 0;
        for (Rule.Check check : rule.checks()) {
            for (CheckSql.Statement statement : new CheckSql(types, rule, check).statements()) {
                found += keep(statement, Math.max(0, most() - found));
            }
        }
        if (found > 0) typesWithoutPlace().forEach(this::place);
        return found;
    }

    /** Every blocker must be mended, so each is told. */
    private long most() {
        return rule.severity() == Severity.BLOCKER ? Long.MAX_VALUE : QualityRun.KEPT;
    }

    private long keep(CheckSql.Statement statement, long room) {
        return jdbc.sql("""
                        WITH found (type, tucbs_no, detail, place) AS MATERIALIZED (
                        %s
                        ), kept AS (
                            INSERT INTO release.finding (release_no, snapshot_id, rule_id, severity, type, tucbs_no, detail, place)
                            SELECT :keepRelease, s.snapshot_id, :keepRule, :keepSeverity, f.type, f.tucbs_no,
                                   left(f.detail, 500), f.place
                              FROM (SELECT * FROM found LIMIT :keepRoom) f
                              LEFT JOIN unnest(:keepTypes, :keepSnapshots) AS s (type, snapshot_id) ON s.type = f.type
                        )
                        SELECT count(*) FROM found
                        """.formatted(statement.sql()))
                .params(statement.parameters())
                .param("keepRelease", types.release().number())
                .param("keepRule", rule.id())
                .param("keepSeverity", rule.severity().word())
                .param("keepRoom", room)
                .param("keepTypes", types.byName().keySet().toArray(String[]::new))
                .param(
                        "keepSnapshots",
                        types.entries().stream().map(e -> e.snapshot().id()).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private List<String> typesWithoutPlace() {
        return jdbc.sql(
                        "SELECT DISTINCT type FROM release.finding WHERE release_no = ? AND rule_id = ? AND place IS NULL")
                .params(types.release().number(), rule.id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void place(String type) {
        boolean own = types.find(type).orElseThrow().type().geometry() != null;
        String where = own ? "SELECT tucbs_no, geom FROM " + type : places.get(type);
        jdbc.sql("UPDATE release.finding f SET place = p.geom FROM (" + where + ") AS p (tucbs_no, geom)"
                        + " WHERE f.release_no = ? AND f.rule_id = ? AND f.type = ? AND f.place IS NULL"
                        + " AND f.tucbs_no = p.tucbs_no")
                .params(types.release().number(), rule.id(), type)
                .update();
    }
}
