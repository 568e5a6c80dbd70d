package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own look at the machine, by its functions as bash reads them. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../kent");

    @TempDir
    private Path machine;

    @BeforeEach
    void aServerIsThere() throws IOException {
        Path bin = Files.createDirectory(machine.resolve("bin"));
        for (String program : List.of("postgres", "initdb", "pg_ctl")) executable(bin.resolve(program), "99.1");
    }

    @Test
    void aServerWithoutPostgisIsNotEnough() throws Exception {
        assertThat(hasPostgis()).isFalse();
        Path extensions = Files.createDirectories(machine.resolve("share/postgresql/extension"));
        Files.createFile(extensions.resolve("postgis.control"));
        assertThat(hasPostgis()).isTrue();
    }

    @Test
    void anOlderServerIsNotEnough() throws Exception {
        Path extensions = Files.createDirectories(machine.resolve("share/extension"));
        Files.createFile(extensions.resolve("postgis.control"));
        executable(machine.resolve("bin/postgres"), "14.9");
        assertThat(hasPostgis()).isFalse();
    }

    @Test
    void aServerOnThePathCountsAlsoWhereItIsOnlyLinked() throws Exception {
        Path extensions = Files.createDirectories(machine.resolve("share/extension"));
        Files.createFile(extensions.resolve("postgis.control"));
        Path links = Files.createDirectory(machine.resolve("links"));
        Files.createSymbolicLink(links.resolve("postgres"), machine.resolve("bin/postgres"));
        assertThat(told("PATH=" + links + ":$PATH; server_folders").lines())
                .contains(machine.resolve("bin").toRealPath().toString(), links.toString());
    }

    /** A Maven without any Java cannot even tell its version. */
    @Test
    void everythingThatIsMissingIsToldAtOnce() throws Exception {
        Process shell = shell("find_jdk() { missing 'A JDK 21 or newer is needed'; JDK=; }; can_install() { false; };"
                + " has_postgres() { false; }; command() { [ \"$2\" != npm ]; }; mvn() { return 1; }; node() { echo v18.1; };"
                + " prepare up");
        String told = read(shell);
        assertThat(told.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("JDK 21"),
                        line -> assertThat(line).contains("Maven 3.8 or newer is needed and was not found"),
                        line -> assertThat(line).contains("Node.js 18.1 is too old"),
                        line -> assertThat(line).contains("npm"),
                        line -> assertThat(line).contains("PostgreSQL 15"));
        assertThat(shell.waitFor()).isEqualTo(1);
    }

    private boolean hasPostgis() throws IOException, InterruptedException {
        String told = told("if has_postgis \"$1\"; then echo yes; else echo no; fi");
        assertThat(told).isIn("yes\n", "no\n");
        return told.startsWith("yes");
    }

    private String told(String question) throws IOException, InterruptedException {
        Process shell = shell(question);
        String told = read(shell);
        assertThat(shell.waitFor()).as(told).isZero();
        return told;
    }

    /** Everything of the launcher but its last part, which obeys the command line. */
    private Process shell(String question) throws IOException {
        String launcher = Files.readString(LAUNCHER);
        String functions = launcher.substring(0, launcher.indexOf("\ncase ${1:-} in"));
        Path script = Files.writeString(machine.resolve("kent"), functions + "\n" + question + "\n");
        return new ProcessBuilder(
                        "bash", script.toString(), machine.resolve("bin").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String read(Process shell) throws IOException {
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void executable(Path program, String version) throws IOException {
        Files.writeString(program, "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
