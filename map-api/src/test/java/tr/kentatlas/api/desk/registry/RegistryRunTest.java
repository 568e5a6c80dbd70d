package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tr.kentatlas.api.desk.registry.RegistryRun.What;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;

class RegistryRunTest {
    private final RegistryRun runs =
            new RegistryRun(new Broken(), new StaticListableBeanFactory().getBeanProvider(MaksRegistry.class));

    @Test
    void anErrorEndsARunAsAFailureAndTheNextOneMayBegin() {
        runs.start(What.COMPARE, List.of(), "şef");
        runs.run();
        assertThat(runs.progress().state()).isEqualTo("failed");
        runs.start(What.COMPARE, List.of(), "şef");
        assertThat(runs.progress().state()).isEqualTo("waiting");
    }

    @Test
    void whatIsWantedDuringARunFollowsIt() {
        runs.start(What.COMPARE, List.of(), "şef");
        runs.soon(What.COMPARE, "şef");
        runs.run();
        assertThat(runs.progress().state()).isEqualTo("waiting");
        runs.run();
        assertThat(runs.progress().state()).isEqualTo("failed");
    }

    /** Runs out of something where the synchronisation is asked for. */
    private static final class Broken implements ObjectProvider<AddressSync> {
        @Override
        public AddressSync getObject() {
            throw new StackOverflowError();
        }
    }
}
