package tr.kentatlas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresInstallationTest {
    private static final List<String> SERVER = List.of("postgres", "initdb", "pg_ctl");

    @Test
    void thisMachineHasOneWithPostgis() {
        PostgresInstallation found = PostgresInstallation.find();
        assertThat(found.major()).isGreaterThanOrEqualTo(15);
        assertThat(found.postgis()).isPresent();
    }

    @Test
    void theNewestWithPostgisIsTaken() {
        assertThat(PostgresInstallation.best(List.of(with(15, "3.3.2"), with(16, "3.4.0"), without(17))))
                .isEqualTo(with(16, "3.4.0"));
    }

    @Test
    void whatIsMissingIsSaidWithThePackage() {
        assertThatThrownBy(() -> PostgresInstallation.best(List.of()))
                .isInstanceOf(ClusterException.class)
                .hasMessage("No PostgreSQL server was found: PostgreSQL 15 or newer is needed; install the package"
                        + " postgresql-15-postgis-3, or name the folder of its programs in KENT_PG_BIN.");
        assertThatThrownBy(() -> PostgresInstallation.best(List.of(with(13, "3.3.2"))))
                .hasMessageContaining("PostgreSQL 13 in /13 is too old");
        assertThatThrownBy(() -> PostgresInstallation.best(List.of(without(16))))
                .hasMessageContaining("install the package postgresql-16-postgis-3");
        assertThatThrownBy(() -> PostgresInstallation.best(List.of(with(15, "3.1.0"))))
                .hasMessageContaining("PostGIS 3.1 of PostgreSQL 15 is too old");
    }

    @Test
    void theProgramsSayWhichReleaseTheyAre(@TempDir Path bin) throws IOException {
        serverPrograms(bin, "13.21 (Debian 13.21-1)");
        assertThat(InstallationReader.read(bin).orElseThrow().major()).isEqualTo(13);
    }

    @Test
    void linkedProgramsAreUsedWhereTheyLieWithThePostgisBesideThem(@TempDir Path built, @TempDir Path links)
            throws IOException {
        Path bin = Files.createDirectory(built.resolve("bin"));
        serverPrograms(bin, "99.1");
        Path extensions = Files.createDirectories(built.resolve("share/extension"));
        Files.writeString(extensions.resolve("postgis.control"), "default_version = '3.4.1'\n");
        for (String program : SERVER) Files.createSymbolicLink(links.resolve(program), bin.resolve(program));
        PostgresInstallation found = InstallationReader.read(links).orElseThrow();
        assertThat(found).isEqualTo(new PostgresInstallation(bin, 99, Optional.of(PostgisVersion.parse("3.4.1"))));
        assertThat(found.program("pg_dump")).isEqualTo(bin.resolve("pg_dump"));
    }

    @Test
    void aFolderWithoutServerProgramsIsNone(@TempDir Path bin) {
        assertThat(InstallationReader.read(bin)).isEmpty();
    }

    private static void serverPrograms(Path bin, String version) throws IOException {
        for (String program : SERVER) {
            Path file = Files.writeString(
                    bin.resolve(program), "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static PostgresInstallation with(int major, String postgis) {
        return new PostgresInstallation(Path.of("/" + major), major, Optional.of(PostgisVersion.parse(postgis)));
    }

    private static PostgresInstallation without(int major) {
        return new PostgresInstallation(Path.of("/" + major), major, Optional.empty());
    }
}
