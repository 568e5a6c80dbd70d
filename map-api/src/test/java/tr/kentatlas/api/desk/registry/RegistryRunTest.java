package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.desk.registry.RegistryRun.What;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.spatial.model.ModelReader;

class RegistryRunTest {
    private final RegistryRun runs =
            new RegistryRun(new Broken(), new StaticListableBeanFactory().getBeanProvider(MaksRegistry.class));

    @Test
    void anErrorEndsARunAsAFailureAndTheNextOneMayBegin() {
        start();
        runs.run();
        assertThat(runs.progress().state()).isEqualTo(RunState.FAILED);
        start();
        assertThat(runs.progress().state()).isEqualTo(RunState.WAITING);
    }

    @Test
    void whatIsWantedDuringARunFollowsIt() {
        start();
        runs.soon(What.COMPARE, "şef");
        runs.run();
        assertThat(runs.progress().state()).isEqualTo(RunState.WAITING);
        runs.run();
        assertThat(runs.progress().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aRunThatCannotBeRecordedDoesNotBegin() {
        assertThatThrownBy(() -> runs.start(What.COMPARE, List.of(), "şef", () -> {
                    throw new IllegalStateException("the journal is full");
                }))
                .hasMessage("the journal is full");
        assertThat(runs.progress().state()).isEqualTo(RunState.IDLE);
        start();
        assertThat(runs.progress().state()).isEqualTo(RunState.WAITING);
    }

    @Test
    void aRunThatIsRefusedIsNotRecorded() {
        start();
        List<String> recorded = new ArrayList<>();
        assertThatThrownBy(() -> runs.start(What.COMPARE, List.of(), "şef", () -> recorded.add("compare")))
                .isInstanceOf(Problem.class);
        assertThat(recorded).isEmpty();
    }

    @Test
    void aStopEndsTheRunItWasMeantForAndNoneAfterIt() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sync", new AddressSync(SmallCity.database(), ModelReader.read(), SmallCity.SRID));
        RegistryRun real =
                new RegistryRun(beans.getBeanProvider(AddressSync.class), beans.getBeanProvider(MaksRegistry.class));
        real.stop();
        real.soon(What.COMPARE, "şef");
        real.run();
        assertThat(real.progress().state())
                .as("nothing ran when it was pressed")
                .isEqualTo(RunState.DONE);
        real.start(What.COMPARE, List.of(), "şef", () -> {});
        real.stop();
        real.soon(What.COMPARE, "şef");
        real.run();
        assertThat(real.progress().state()).as("the one that follows").isEqualTo(RunState.WAITING);
        real.run();
        assertThat(real.progress().state()).isEqualTo(RunState.DONE);
    }

    private void start() {
        runs.start(What.COMPARE, List.of(), "şef", () -> {});
    }

    /** Runs out of something where the synchronisation is asked for. */
    private static final class Broken implements ObjectProvider<AddressSync> {
        @Override
        public AddressSync getObject() {
            throw new StackOverflowError();
        }
    }
}
