package tr.kentatlas.spatial.release;

import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.release.ReleaseRefused.Why;
import tr.kentatlas.spatial.word.Worded;

/**
 * Which decisions approve the content of themes. The first one of a content stays, until a release that was served under it is withdrawn:
 * then what stood in that is decided again.
 */
final class Approvals {
    private final JdbcClient jdbc;
    private final Model model;

    Approvals(JdbcClient jdbc, Model model) {
        this.jdbc = jdbc;
        this.model = model;
    }

    /** Approves a theme's content unless a decision does already. */
    Approved approve(Snapshot snapshot, Decision decision) {
        Approval needed = model.theme(snapshot.theme()).approval();
        if (decision.body().compareTo(needed) < 0) {
            throw new ReleaseRefused(Why.NEEDS_BODY, snapshot.theme(), needed);
        }
        boolean isNew = insert(snapshot, decision) > 0;
        return new Approved(snapshot.theme(), isNew ? decision : known(snapshot), isNew);
    }

    private int insert(Snapshot snapshot, Decision decision) {
        return jdbc.sql("""
                        INSERT INTO release.approval (snapshot_id, content_hash, body, decision_no, decision_date, person)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (snapshot_id) DO UPDATE
                           SET (body, decision_no, decision_date, person, approved_at)
                             = (excluded.body, excluded.decision_no, excluded.decision_date, excluded.person, excluded.approved_at)
                         WHERE NOT EXISTS (SELECT FROM release.standing_approval s WHERE s.snapshot_id = excluded.snapshot_id)
                        """)
                .params(
                        snapshot.id(),
                        snapshot.contentHash(),
                        decision.body().word(),
                        decision.number(),
                        decision.date(),
                        decision.person())
                .update();
    }

    private Decision known(Snapshot snapshot) {
        return jdbc.sql("SELECT body, decision_no, decision_date, person FROM release.approval WHERE snapshot_id = ?")
                .param(snapshot.id())
                .query((row, n) -> new Decision(
                        Worded.of(Approval.class, row.getString("body")),
                        row.getString("decision_no"),
                        row.getDate("decision_date").toLocalDate(),
                        row.getString("person")))
                .single();
    }
}
