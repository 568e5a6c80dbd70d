package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.report.ConsoleProgress;

class CityDatabaseTest {
    @TempDir
    private Path base;

    @Test
    void aDatabaseThatEndedByItselfIsStartedAgainUnderTheSameAddress() {
        Instance city = Instance.of(base, "izmir");
        city.makeFolder();
        try (CityDatabase database = new CityDatabase(city, Map.of())) {
            database.open(new ConsoleProgress(
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    ConsoleProgress.Style.PLAIN_LINES));
            assertThat(one(database)).isEqualTo(1);
            assertThat(database.revive()).as("while it runs").isFalse();
            city.cluster().stop();
            assertThat(database.revive()).isTrue();
            assertThat(one(database)).isEqualTo(1);
        } finally {
            city.cluster().remove();
        }
    }

    private static int one(CityDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT 1")
                .query(Integer.class)
                .single();
    }
}
