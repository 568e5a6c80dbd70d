package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub.Fault;
import tr.kentatlas.api.thematic.geoserver.SetUpCity;

/** {@code kent geoserver} as an operator uses it. */
class GeoServerCommandTest {
    @TempDir
    private Path base;

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private final SetUpCity city = new SetUpCity();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeACity() throws Exception {
        Files.createDirectories(base.resolve("city"));
        Files.createFile(base.resolve("city/lock"));
        environment.put("KENT_DB_URL", Objects.requireNonNull(city.owner().getUrl()));
        environment.put("KENT_DB_USER", Objects.requireNonNull(city.owner().getUser()));
        environment.put("KENT_DB_PASSWORD", Objects.requireNonNull(city.owner().getPassword()));
        environment.put("KENT_GEOSERVER_URL", city.stub().url());
        environment.put("KENT_GEOSERVER_USER", GeoServerStub.USER);
        environment.put("KENT_GEOSERVER_PASSWORD", GeoServerStub.PASSWORD);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leave() {
        System.setOut(terminal);
        city.database()
                .sql("ALTER ROLE kent_acik LOGIN PASSWORD '" + SmallCity.ROLE_PASSWORD + "'")
                .update();
        city.close();
    }

    @Test
    void planApplyAndVerifyTellWhatTheyDo() {
        assertThat(run("geoserver", "plan")).isZero();
        assertThat(told()).contains("+ workspace r1", "+ layer r1:bina", "./kent geoserver apply");
        assertThat(run("geoserver", "apply")).isZero();
        assertThat(told()).contains("GeoServer draws release 1.");
        assertThat(run("geoserver", "apply")).isZero();
        assertThat(told().lines().toList())
                .satisfiesExactly(
                        leftOut -> assertThat(leftOut).contains("embedded engine only: Planned land use"),
                        end -> assertThat(end).isEqualTo("Nothing to do: GeoServer has release 1."));
        assertThat(run("geoserver", "verify")).isZero();
        assertThat(told()).contains("draws every layer");
        city.stub().fail("layers=bina&", Fault.EMPTY_500);
        assertThat(run("geoserver", "verify")).isEqualTo(1);
        assertThat(told()).contains("! layer r1:bina is not drawn", "→ look into");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void publishingSetsItUpAndIsDoneEvenWhereItFails() {
        city.draft();
        assertThat(run("release", "publish")).as(err.toString()).isZero();
        assertThat(told()).contains("Release 2 is served.", "GeoServer draws release 2.");
        city.stub().fail("/rest/", Fault.DROP);
        assertThat(run("release", "rollback", "--reason", "deneme")).isZero();
        assertThat(told())
                .contains("Release 1 is served again.", "does not answer", "until ./kent geoserver apply")
                .contains("may still be in GeoServer");
        assertThat(city.database()
                        .sql("SELECT action || ' ' || subject FROM access.audit ORDER BY at")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("release.publish 2", "geoserver.apply city", "release.rollback 1");
    }

    @Test
    void aRollbackThatKnowsNoGeoServerTellsThatTheWithdrawnReleaseMayStillBeThere() {
        city.apply();
        city.release();
        environment.keySet().removeIf(name -> name.startsWith("KENT_GEOSERVER"));
        assertThat(run("release", "rollback", "--reason", "deneme")).isZero();
        assertThat(told()).contains("Release 1 is served again.", "may still be in GeoServer");
        assertThat(run("release", "list")).isZero();
        assertThat(told()).contains("*   1 published ", "    2 withdrawn ");
    }

    @Test
    void withoutAGeoServerItIsOneSentence() {
        environment.keySet().removeIf(name -> name.startsWith("KENT_GEOSERVER"));
        assertThat(run("geoserver", "plan")).isEqualTo(1);
        assertThat(err.toString()).contains("KENT_GEOSERVER_URL").hasLineCount(1);
        assertThat(run("geoserver")).isEqualTo(2);
        assertThat(err.toString()).contains("plan, apply or verify");
    }

    @Test
    void helpNamesTheCommandsAndTheVariables() {
        assertThat(run("geoserver", "--help")).isZero();
        assertThat(told()).contains("plan", "apply", "verify", "KENT_GEOSERVER_DB_HOST", "docs/geoserver.md");
    }

    private String told() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    private int run(String... args) {
        CommandLine line = Kent.commandLine(new Kent((owner, instance, file, progress) -> {}, environment))
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        String[] all = new String[args.length + 2];
        all[0] = "--data";
        all[1] = base.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return line.execute(all);
    }
}
