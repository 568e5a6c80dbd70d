package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.release.Trial.QUIET;

import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.progress.Progress;

/** The database is restarted while a place index is written, and another steward goes on. */
class LostTurnTest {
    private final Trial trial = new Trial().releases(1);

    @Test
    void aDraftReplacedByAJobThatBeganMeanwhileIsNotPublished() {
        trial.draft();
        trial.publisher().check(QUIET);
        trial.publisher().approve(List.of(), Trial.COUNCIL);
        Publisher interrupted = during(() -> {
            endTheJobsConnection();
            trial.publisher().draft(List.of(), "other", null, Replacing.ANY, QUIET);
        });
        assertThatThrownBy(() -> interrupted.publish("tester", null, QUIET))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("TURN_LOST");
        assertThat(trial.releases.current()).hasValue(1);
        assertThat(trial.releases.find(2).orElseThrow().state()).isEqualTo(Release.State.DROPPED);
    }

    /** Returns when it has ended. */
    private void endTheJobsConnection() {
        trial.jdbc
                .sql(
                        "SELECT pg_terminate_backend(l.pid, 30000) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                + " WHERE l.locktype = 'advisory' AND d.datname = current_database()")
                .query()
                .listOfRows();
    }

    private Publisher during(Runnable event) {
        PublishStep step = new PublishStep() {
            @Override
            public String title() {
                return "test";
            }

            @Override
            public void prepare(Release release, Progress progress) {
                event.run();
            }
        };
        return new Publisher(trial.city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of(step));
    }
}
