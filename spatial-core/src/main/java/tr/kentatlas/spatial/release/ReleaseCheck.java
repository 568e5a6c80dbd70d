package tr.kentatlas.spatial.release;

import java.util.List;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.word.Worded;

/** A port: judges a draft on its frozen rows. Findings are kept by whoever implements it; the outcome decides about approval. */
@FunctionalInterface
public interface ReleaseCheck {

    /** Runs on the snapshots of a draft; may be repeated, the last run counts. */
    List<Outcome> check(Release draft, Progress progress);

    /** How serious a rule takes its findings. */
    enum Severity implements Worded {
        /** Approval is refused. */
        BLOCKER,
        /** Somebody must answer for it, with a reason. */
        ERROR,
        /** Counted and shown. */
        WARNING
    }

    /** What one rule found. */
    record Outcome(String ruleId, Severity severity, long found) {
        /** For logs, where no language is asked for. */
        @Override
        public String toString() {
            return ruleId + " (" + severity.word() + ", " + found + ")";
        }
    }
}
