package tr.kentatlas.api.desk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tr.kentatlas.api.desk.release.ReleaseRun.State;
import tr.kentatlas.api.desk.release.ReleaseRun.What;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.progress.Progress;

class ReleaseRunTest {
    private final ReleaseRun run = new ReleaseRun();

    @Test
    void whereAStepIsIsToldAsItGoes() {
        run.start(What.PUBLISH, told -> {
            told.step("first", () -> {});
            try (Progress.Step second = told.begin("second", 5)) {
                second.at(3);
                assertThat(run.stand().step()).isEqualTo(2);
                assertThat(run.stand().done()).isEqualTo(3);
                assertThat(run.stand().all()).isEqualTo(5);
                assertThat(run.stand().state()).isEqualTo(State.RUNNING);
                second.done();
            }
        });
        run.run();
        assertThat(run.stand().state()).isEqualTo(State.DONE);
    }

    @Test
    void anErrorEndsItAsAFailureAndTheNextOneMayBegin() {
        run.start(What.CHECK, told -> {
            throw new StackOverflowError();
        });
        run.run();
        assertThat(run.stand().state()).isEqualTo(State.FAILED);
        run.start(What.CHECK, told -> {});
        run.run();
        assertThat(run.stand().state()).isEqualTo(State.DONE);
    }

    @Test
    void howAStepEndedIsForgottenAndOneThatIsUnderWayIsNot() {
        run.start(What.PUBLISH, told -> {});
        run.forget();
        assertThat(run.stand().state()).isEqualTo(State.WAITING);
        run.run();
        run.forget();
        assertThat(run.stand().state()).isEqualTo(State.IDLE);
    }

    @Test
    void oneIsUnderWayAtATime() {
        run.start(What.CHECK, told -> {});
        assertThatThrownBy(() -> run.start(What.PUBLISH, told -> {})).isInstanceOf(Problem.class);
    }
}
