package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tr.kentatlas.api.City;
import tr.kentatlas.api.desk.registry.RegistryRun.What;
import tr.kentatlas.registry.maks.MaksRegistry;

class RegistryRunTest {
    private final DataSource broken = new Broken();
    private final City city = new City("Deneme", "", true, broken, broken, broken, new City.AdminKey(""), Path.of("."));
    private final RegistryRun runs =
            new RegistryRun(city, new StaticListableBeanFactory().getBeanProvider(MaksRegistry.class));

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
