package tr.kentatlas.spatial.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.release.ReleaseRefused.Why;
import tr.kentatlas.spatial.word.Worded;

/** What stands between a draft and its readers: findings somebody answers for, approvals, and no loss of rows unnoticed. */
final class Gate {
    private final JdbcClient jdbc;
    private final Model model;

    Gate(JdbcClient jdbc, Model model) {
        this.jdbc = jdbc;
        this.model = model;
    }

    void refuseUnanswered(Release draft) {
        boolean checked = jdbc.sql("SELECT checked_at IS NOT NULL FROM release.release WHERE release_no = ?")
                .param(draft.number())
                .query(Boolean.class)
                .single();
        if (!checked) throw new ReleaseRefused(Why.NOT_CHECKED, draft.number());
        List<Outcome> open = jdbc.sql("""
                        SELECT r.rule_id, r.severity, r.found FROM release.check_run r
                          LEFT JOIN release.acceptance a USING (release_no, rule_id)
                         WHERE r.release_no = ? AND r.found > 0
                           AND (r.severity = 'blocker' OR (r.severity = 'error' AND a.found IS DISTINCT FROM r.found))
                         ORDER BY r.rule_id
                        """)
                .param(draft.number())
                .query((row, n) ->
                        new Outcome(row.getString(1), Worded.of(Severity.class, row.getString(2)), row.getLong(3)))
                .list();
        if (!open.isEmpty()) throw new ReleaseRefused(Why.UNANSWERED, draft.number(), open);
    }

    void refuseUnapproved(Release draft) {
        Releases releases = new Releases(jdbc);
        List<String> open = draft.snapshots().stream()
                .filter(s -> !releases.isApproved(s))
                .map(Snapshot::theme)
                .toList();
        if (!open.isEmpty()) throw new ReleaseRefused(Why.NOT_APPROVED, open);
    }

    void refuseLoss(Release draft, List<Snapshot> served, @Nullable String reason) {
        if (reason != null && !reason.isBlank()) return;
        Map<String, Long> before = new HashMap<>();
        served.forEach(s -> before.putAll(s.rowCounts()));
        List<String> lost = new ArrayList<>();
        draft.snapshots()
                .forEach(s -> s.rowCounts().forEach((type, rows) -> {
                    long had = before.getOrDefault(type, 0L);
                    if (rows < had * (1 - model.get(type).allowedLoss())) lost.add(type + " " + had + " → " + rows);
                }));
        if (!lost.isEmpty()) throw new ReleaseRefused(Why.MANY_ROWS_LOST, lost);
    }
}
