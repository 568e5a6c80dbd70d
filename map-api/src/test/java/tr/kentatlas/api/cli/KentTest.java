package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.testsupport.PostgisServer;

class KentTest {
    @TempDir
    private Path base;

    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void anUnknownOptionIsAUsageFault() {
        assertThat(run("up", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot").contains("./kent up --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "user --version", "release draft --version"})
    void everyCommandTellsTheVersion(String command) {
        StringWriter out = new StringWriter();
        CommandLine line = Kent.commandLine(new Kent((owner, instance, file, progress) -> {}, environment))
                .setOut(new PrintWriter(out, true));
        assertThat(line.execute(command.split(" ", -1))).isZero();
        assertThat(out.toString()).startsWith("Kentatlas ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release",
                "user",
                "agreement",
                "geoserver",
                "import",
                "import --keep-edits --overwrite-edits x.gpkg",
                "sample",
                "restore x",
                "user add ayse --full-name Ayse --role mayor",
                "agreement key 2026/1 --label try --days 0",
                "release approve --body council --number 1 --date tomorrow"
            })
    void whatCannotBeMeantIsAUsageFault(String command) {
        assertThat(run(command.split(" "))).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).contains("See: ./kent " + command.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release list", "agreement list", "user list", "import --rejects 1"})
    void aDatabaseWithoutACityIsOneSentence(String command) {
        PGSimpleDataSource empty = PostgisServer.shared().newDatabase();
        environment.put("KENT_DB_URL", Objects.requireNonNull(empty.getUrl()));
        environment.put("KENT_DB_USER", Objects.requireNonNull(empty.getUser()));
        environment.put("KENT_DB_PASSWORD", Objects.requireNonNullElse(empty.getPassword(), ""));
        assertThat(run(command.split(" "))).as(err.toString()).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("There is no city in this database yet")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release list --city yok",
                "release --city yok list",
                "release --name yok list",
                "registry status --city yok",
                "agreement list --city yok",
                "user list --city yok",
                "backup --city yok",
                "logs --city yok"
            })
    void everyCommandTakesItsCityTheSameWay(String command) {
        assertThat(run(command.split(" "))).as(err.toString()).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no city 'yok' here").hasLineCount(1);
    }

    @Test
    void aCommandThatNamesNoCityMeansTheOnlyOneThereIs() throws IOException {
        assertThat(Instance.onlyName(base.resolve("kent"))).isEqualTo("city");
        makeCity("akcaova");
        assertThat(Instance.onlyName(base.resolve("kent"))).isEqualTo("akcaova");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release list",
                "sample SMALL --load",
                "import --rejects 1",
                "registry status",
                "agreement list",
                "user list",
                "geoserver plan",
                "backup",
                "logs"
            })
    void whereThereAreSeveralCitiesACommandNamesOne(String command) throws IOException {
        makeCity("akcaova");
        makeCity("city");
        assertThat(run(command.split(" "))).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("There are several cities here: say with --city which one is meant, akcaova, city.\n");
    }

    @Test
    void aCityIsStartedAgainByItsName() throws Exception {
        makeCity("akcaova");
        try (ServerSocket other = new ServerSocket(0)) {
            run("up", "--city", "akcaova", "--port", Integer.toString(other.getLocalPort()));
        }
        assertThat(err.toString()).as("the name is understood").startsWith("Port ");
        assertThat(run("up", "--city", "akcova")).isEqualTo(1);
        assertThat(err.toString()).contains("akcova is of no known kind").contains("./kent status");
    }

    private void makeCity(String name) throws IOException {
        Files.createFile(
                Files.createDirectories(base.resolve("kent").resolve(name)).resolve("lock"));
    }

    @ParameterizedTest
    @CsvSource({
        "KENT_RECEIPTS_YEARS, ten, KENT_RECEIPTS_YEARS is no number of years like 10: ten.",
        "KENT_RECEIPTS_YEARS, 0, KENT_RECEIPTS_YEARS is no number of years like 10: 0.",
        "KENT_REGISTRY_READ_AT, 25:00, KENT_REGISTRY_READ_AT is no time of day like 02:30: 25:00."
    })
    void aSettingThatCannotBeReadIsOneSentenceBeforeAnythingIsStarted(String name, String value, String sentence) {
        environment.put(name, value);
        assertThat(run("up")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(sentence + "\n");
        assertThat(base.resolve("kent")).doesNotExist();
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(run("up", "--port", Integer.toString(other.getLocalPort())))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).startsWith("Port ").endsWith("--port.\n").hasLineCount(1);
    }

    @Test
    void aBrokenInputFileIsOneSentence() throws Exception {
        Path file = Files.writeString(base.resolve("x.osm.pbf"), "not a map");
        assertThat(run("up", "--city", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is broken").hasLineCount(1);
    }

    @Test
    void aFileThatIsBrokenFurtherInIsOneSentenceToo() {
        StringWriter told = new StringWriter();
        var broken = new BrokenSourceException("x.geojson is no complete JSON file: Unexpected end-of-input (line 2)");
        assertThat(Failure.tell(broken, base, new PrintWriter(told, true))).isEqualTo(1);
        assertThat(told.toString())
                .isEqualTo("x.geojson is no complete JSON file: Unexpected end-of-input (line 2).\n");
        assertThat(base.resolve("incidents.log")).doesNotExist();
    }

    @Test
    void aGeoServerAddressThatIsNoneIsOneSentenceBeforeAnythingStarts() {
        environment.put("KENT_GEOSERVER_URL", "geoserver:8080");
        assertThat(run("up")).isEqualTo(1);
        assertThat(err.toString()).contains("KENT_GEOSERVER_URL").hasLineCount(1);
        assertThat(base.resolve("kent")).doesNotExist();
    }

    @Test
    void aFailureOfOursGetsAnIncidentAndALog() throws Exception {
        StringWriter told = new StringWriter();
        int code = Failure.tell(new IllegalStateException("x"), base, new PrintWriter(told, true));
        assertThat(code).isEqualTo(70);
        assertThat(told.toString()).contains("incident ").doesNotContain("IllegalState");
        assertThat(Files.readString(base.resolve("incidents.log"))).contains("IllegalStateException: x");
    }

    private int run(String... args) {
        CommandLine line = Kent.commandLine(new Kent((owner, instance, file, progress) -> {}, environment))
                .setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 2];
        all[0] = "--data";
        all[1] = base.resolve("kent").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return line.execute(all);
    }
}
