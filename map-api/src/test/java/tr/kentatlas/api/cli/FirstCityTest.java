package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.testsupport.PostgisServer;

class FirstCityTest {
    private final PGSimpleDataSource owner = PostgisServer.shared().newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(owner);

    @TempDir
    private Path folder;

    /** Nobody has decided about it, so no start may. */
    @Test
    void whatPeopleImportedIsNotPublishedByAStart() {
        Instance instance = Instance.of(folder, "kent");
        FirstCity.migrate(owner, instance, () -> 5255, Progress.silent());
        jdbc.sql("INSERT INTO ingest.import (source, imported_by) VALUES ('mahalle.geojson', 'ayşe')")
                .update();
        new FirstCity().prepare(owner, instance, Optional.empty(), Progress.silent());
        assertThat(new Releases(jdbc).current()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM release.release")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhatIsMigratedIsTold() {
        Instance instance = Instance.of(folder, "kent");
        assertThat(migrating(instance)).startsWith("Migrating the database: ");
        assertThat(migrating(instance)).isEmpty();
    }

    private String migrating(Instance instance) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        FirstCity.migrate(owner, instance, () -> 5255, new ConsoleProgress(out, ConsoleProgress.Style.PLAIN_LINES));
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCityThatWasBeingRestoredIsNotFilledWithTheSample() {
        Instance instance = Instance.of(folder, "yarim");
        instance.makeFolder();
        CitySource.restoring(instance, folder.resolve("yedek"));
        assertThatThrownBy(() -> new FirstCity().prepare(owner, instance, Optional.empty(), Progress.silent()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("./kent restore " + folder.resolve("yedek") + " --into yarim");
    }
}
