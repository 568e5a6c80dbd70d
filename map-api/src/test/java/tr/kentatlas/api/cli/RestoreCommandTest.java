package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.backup.Backup;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.progress.Progress;

/** Only a city that a restore makes is marked as being restored: what is there already is refused, and stays what it is. */
class RestoreCommandTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path base;

    @Test
    void aCityIsNewUntilItWasStartedHere() {
        Kent house = house(Map.of());
        Instance city = Instance.of(house.base(), "izmir");
        assertThat(OpenCity.isNew(house, city)).isTrue();
        InstanceLock.take(city, "up").close();
        assertThat(OpenCity.isNew(house, city)).isFalse();
        assertThat(OpenCity.isNew(house, Instance.of(house.base(), "ankara"))).isTrue();
    }

    @Test
    void aCityOnAServerOfOthersIsNoneOfOurs() {
        Kent house = house(Map.of(
                "KENT_DB_URL", "jdbc:postgresql://localhost/kent", "KENT_DB_USER", "kent", "KENT_DB_PASSWORD", "x"));
        assertThat(OpenCity.isNew(house, Instance.of(house.base(), "izmir"))).isFalse();
    }

    @Test
    void aCityThatIsThereIsRefusedAndGetsNoMark() throws Exception {
        Path archive = new Backup("small", url(SmallCity.few()), Map.of())
                .into(base.resolve("backup"), new ConsoleProgress(NOWHERE, ConsoleProgress.Style.PLAIN_LINES));
        Instance city = Instance.of(house(Map.of()).base(), "izmir");
        try (InstanceLock lock = InstanceLock.take(city, "up");
                CityDatabase database = new CityDatabase(city, Map.of())) {
            assertThat(lock).isNotNull();
            database.open(Progress.silent());
            JdbcClient.create(database.owner())
                    .sql("CREATE TABLE ours (x integer)")
                    .update();
        }
        try {
            assertThat(run("restore", archive.toString(), "--into", "izmir")).isEqualTo(1);
            assertThat(err.toString()).contains("not empty").hasLineCount(1);
            CitySource.requireNothingBegun(city);
            assertThat(CitySource.notes(city)).isEmpty();
        } finally {
            city.cluster().remove();
        }
    }

    private static DatabaseUrl url(PGSimpleDataSource source) {
        return new DatabaseUrl(
                source.getUrl(), String.valueOf(source.getUser()), new Secret(String.valueOf(source.getPassword())));
    }

    private int run(String... args) {
        List<String> all =
                new ArrayList<>(List.of("--data", base.resolve("kent").toString()));
        all.addAll(List.of(args));
        return Kent.commandLine(new Kent((owner, instance, file, progress) -> {}, Map.of()))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private Kent house(Map<String, String> environment) {
        Kent kent = new Kent((owner, instance, file, progress) -> {}, environment);
        Kent.commandLine(kent).parseArgs("--data", base.resolve("kent").toString());
        return kent;
    }
}
