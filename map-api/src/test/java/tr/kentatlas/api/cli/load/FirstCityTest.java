package tr.kentatlas.api.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.testsupport.PostgisServer;

class FirstCityTest {
    private PGSimpleDataSource owner = SmallCity.empty();
    private JdbcClient jdbc = JdbcClient.create(owner);

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
    void aFileOfOneLayerIsPublishedWithoutTheReferencesThatLeadOutOfIt() throws IOException {
        start(building("bina.geojson", "\"parsel\":[\"0c1f0e8e-52ce-4d6b-9d3f-0d6a0c1c7c11\"]"));
        Releases releases = new Releases(jdbc);
        Release published = releases.find(releases.current().orElseThrow()).orElseThrow();
        assertThat(published.snapshots())
                .anySatisfy(s -> assertThat(s.rowCounts()).containsEntry("bina", 1L));
        assertThat(jdbc.sql("SELECT parsel[1]::text FROM working.bina_gecmis")
                        .query(String.class)
                        .single())
                .startsWith("0c1f0e8e");
    }

    /** A database that another server keeps is not known by the folder. */
    @Test
    void theCityOfAnotherFileIsNotTakenForTheOneAskedFor() throws IOException {
        Path liman = building("bina.geojson", "\"adi\":\"Liman\"");
        start(liman);
        start(liman);
        assertThat(CityOrigin.title(owner)).contains("Bina");
        Path other = building("bina.json", "\"adi\":\"Çarşı\"");
        assertThatThrownBy(() -> start(other))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("another city, Bina")
                .hasMessageContaining("bina.json");
    }

    /** Not even migrated. */
    private void withNothing() {
        owner = PostgisServer.shared().newDatabase();
        jdbc = JdbcClient.create(owner);
    }

    private Path building(String name, String properties) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":"8fa1dbc7-d9dd-8295-b3fc-ea4e3f5aa858",
                "properties":{%s},"geometry":
                {"type":"Polygon","coordinates":[[[33,39.9],[33.0001,39.9],[33.0001,39.9001],[33,39.9]]]}}]}
                """.formatted(properties));
    }

    private void start(Path path) {
        CityFile file = CityFile.open(path);
        Instance instance =
                Instance.of(folder.resolve(String.valueOf(path.getFileName()).replace(".", "-")), file.cityName());
        instance.makeFolder();
        CitySource.claim(instance, file);
        new FirstCity().prepare(owner, instance, Optional.of(file), Progress.silent());
    }

    @Test
    void onlyWhatIsMigratedIsTold() {
        withNothing();
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
    void aCityOfAnEarlierUnreleasedStateIsRefusedInOneSentence() {
        withNothing();
        jdbc.sql("""
                        CREATE SCHEMA kent; CREATE TABLE kent.setting AS SELECT 'srid' AS name, '5255' AS value;
                        CREATE SCHEMA flyway; CREATE TABLE flyway.flyway_schema_history AS
                        SELECT 1 AS installed_rank, '20261120.01' AS version, 'foundations' AS description, 'SQL' AS type,
                               'V20261120_01__foundations.sql' AS script, 7 AS checksum, 'kent' AS installed_by,
                               now()::timestamp AS installed_on, 1 AS execution_time, true AS success
                        """).update();
        Instance instance = Instance.of(folder, "kent");
        assertThatThrownBy(() -> FirstCity.migrate(owner, instance, () -> 5255, Progress.silent()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("made by an earlier, unreleased state of Kentatlas");
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
