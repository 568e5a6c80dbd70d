package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tr.kentatlas.api.desk.registry.RegistryRun.What;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.spatial.model.ModelReader;

class RegistryRunTest {
    private final StaticListableBeanFactory beans =
            new StaticListableBeanFactory(Map.of("sync", new AddressSync(new Broken(), ModelReader.read(), 5254)));
    private final RegistryRun runs =
            new RegistryRun(beans.getBeanProvider(AddressSync.class), beans.getBeanProvider(MaksRegistry.class));

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

    /** Runs out of something where a connection is asked for. */
    private static final class Broken extends AbstractDataSource {
        @Override
        public Connection getConnection() {
            throw new StackOverflowError();
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }
    }
}
