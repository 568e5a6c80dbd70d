package tr.kentatlas.spatial.quality;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Runs the rules on the frozen rows of a draft and keeps what they found, in one transaction: a rule that breaks or takes too long
 * fails the whole run with its id, and the findings of the run before stay.
 */
public final class QualityRun implements ReleaseCheck {
    /** Findings kept of a rule that is no blocker; the others are counted. */
    static final int KEPT = 10_000;

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final DataSource owner;
    private final RuleBook book;
    private final Duration timeout;

    public QualityRun(DataSource owner, RuleBook book) {
        this(owner, book, TIMEOUT);
    }

    /** @param timeout longest time one statement of a rule may take */
    public QualityRun(DataSource owner, RuleBook book, Duration timeout) {
        this.owner = owner;
        this.book = book;
        this.timeout = timeout;
    }

    @Override
    public List<Outcome> check(Release draft, Progress progress) {
        try {
            return OneTransaction.of(owner, whole -> run(draft, whole.jdbc(), progress));
        } catch (SQLException e) {
            throw new RuleException("the database failed while rules ran: " + e.getMessage(), e);
        }
    }

    private List<Outcome> run(Release draft, JdbcClient jdbc, Progress progress) {
        FrozenTypes types = FrozenTypes.of(draft, jdbc);
        jdbc.sql("DELETE FROM release.finding WHERE release_no = ?")
                .param(draft.number())
                .update();
        prepare(types, jdbc);
        List<Outcome> outcomes = new ArrayList<>();
        try (Progress.Step step = progress.begin("rules", book.rules().size())) {
            for (Rule rule : book.rules()) {
                outcomes.add(new Outcome(rule.id(), rule.severity(), found(rule, types, jdbc)));
                step.at(outcomes.size());
            }
            step.done();
        }
        return outcomes;
    }

    private void prepare(FrozenTypes types, JdbcClient jdbc) {
        jdbc.sql("SET LOCAL search_path TO " + types.searchPath()).update();
        jdbc.sql("SET LOCAL statement_timeout TO " + timeout.toMillis()).update();
        jdbc.sql("SET LOCAL work_mem TO '128MB'").update();
        jdbc.sql("SET LOCAL jit TO off").update();
        jdbc.sql("SET LOCAL client_min_messages TO warning").update(); // validity tells each fault as a notice
    }

    private long found(Rule rule, FrozenTypes types, JdbcClient jdbc) {
        try {
            return new RuleRun(rule, types, book.places(), jdbc).run();
        } catch (DataAccessException e) {
            throw new RuleException(
                    "rule " + rule.id() + " failed: " + e.getMostSpecificCause().getMessage(), e);
        }
    }
}
