package tr.kentatlas.spatial.release;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseRefused.Why;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * What the last check of a draft found, and who answers for it. From a check's beginning to its end a draft is unchecked. What is kept
 * is told to a witness before it stands.
 */
final class CheckBook {
    private final DataSource owner;

    CheckBook(DataSource owner) {
        this.owner = owner;
    }

    void open(Release draft) {
        mark(JdbcClient.create(owner), draft, "NULL");
    }

    void record(Release draft, List<Outcome> outcomes, Runnable witness) throws SQLException {
        OneTransaction.run(owner, whole -> {
            JdbcClient jdbc = whole.jdbc();
            jdbc.sql("DELETE FROM release.check_run WHERE release_no = ?")
                    .param(draft.number())
                    .update();
            outcomes.forEach(outcome -> insert(jdbc, draft, outcome));
            mark(jdbc, draft, "now()");
            witness.run();
        });
    }

    void accept(Release draft, String ruleId, String reason, String person, Runnable witness) throws SQLException {
        if (reason.isBlank()) throw new ReleaseRefused(Why.ACCEPTED_WITHOUT_REASON);
        OneTransaction.run(owner, whole -> {
            int rows = accept(whole.jdbc(), draft, ruleId, reason, person);
            if (rows == 0) throw new ReleaseRefused(Why.NOTHING_TO_ACCEPT, ruleId, draft.number());
            witness.run();
        });
    }

    private static int accept(JdbcClient jdbc, Release draft, String ruleId, String reason, String person) {
        return jdbc.sql("""
                        INSERT INTO release.acceptance (release_no, rule_id, found, reason, person)
                        SELECT release_no, rule_id, found, ?, ? FROM release.check_run
                         WHERE release_no = ? AND rule_id = ? AND severity = 'error' AND found > 0
                        ON CONFLICT (release_no, rule_id) DO UPDATE
                           SET found = excluded.found, reason = excluded.reason, person = excluded.person, accepted_at = now()
                        """).params(reason, person, draft.number(), ruleId).update();
    }

    private static void insert(JdbcClient jdbc, Release draft, Outcome outcome) {
        jdbc.sql("INSERT INTO release.check_run (release_no, rule_id, severity, found) VALUES (?, ?, ?, ?)")
                .params(draft.number(), outcome.ruleId(), outcome.severity().word(), outcome.found())
                .update();
    }

    private static void mark(JdbcClient jdbc, Release draft, String checkedAt) {
        jdbc.sql("UPDATE release.release SET checked_at = " + checkedAt + " WHERE release_no = ?")
                .param(draft.number())
                .update();
    }
}
