package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.api.cli.report.UserError;

class InstanceTest {
    @TempDir
    private Path base;

    @Test
    void aSecondStartIsToldWhereTheFirstServes() {
        Instance city = Instance.of(base, "city");
        try (InstanceLock lock = InstanceLock.take(city, "up")) {
            assertThatThrownBy(() -> InstanceLock.take(city, "up")).hasMessageContaining("kent up, process");
            lock.servesAt("http://localhost:8080");
            assertThatThrownBy(() -> InstanceLock.take(city, "up"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("The city 'city' is already running at http://localhost:8080.");
        }
        InstanceLock.take(city, "up").close();
        assertThat(RunRecord.find(city)).isEmpty();
    }

    @Test
    void theRecordOfADeadOrOtherProcessIsNone() throws IOException {
        Instance city = Instance.of(base, "city");
        city.makeFolder();
        long self = ProcessHandle.current().pid();
        Files.writeString(city.runFile(), "pid=" + self + "\nstarted=2001-01-01T00\\:00\\:00Z\ncommand=up\n");
        assertThat(RunRecord.find(city)).isEmpty();
        Files.writeString(city.runFile(), "pid=torn");
        assertThat(RunRecord.find(city)).isEmpty();
    }

    /** As a machine does that began with its clock three hours ahead. */
    @Test
    void aProcessIsKnownAgainAfterTheClockWasSet() throws IOException {
        Instance city = Instance.of(base, "city");
        InstanceLock lock = InstanceLock.take(city, "up");
        try (lock) {
            String written = Files.readString(city.runFile());
            Files.writeString(
                    city.runFile(), written.replaceFirst("started=.*", "started=2001-01-01T00\\\\:00\\\\:00Z"));
            assertThat(RunRecord.find(city)).isPresent();
            Files.writeString(city.runFile(), written.replaceFirst("ticks=", "ticks=1"));
            assertThat(RunRecord.find(city))
                    .as("a later process of the same id")
                    .isEmpty();
            Files.writeString(city.runFile(), written.replaceFirst("ticks=.*", ""));
            assertThat(RunRecord.find(city))
                    .as("written by a program that knew none")
                    .isPresent();
        }
    }

    @Test
    void nobodyElseLooksIntoACitysFolder() throws IOException {
        Instance city = Instance.of(base, "city");
        city.makeFolder();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(city.folder())))
                .isEqualTo("rwx--x--x");
    }

    @Test
    void onlyFoldersThatWereStartedAreCities() throws IOException {
        Files.createDirectories(base.resolve("program"));
        InstanceLock.take(Instance.of(base, "izmir"), "up").close();
        assertThat(Instance.list(base)).extracting(Instance::name).containsExactly("izmir");
    }

    @Test
    void aNameNeverLeavesTheFolder() {
        assertThatThrownBy(() -> Instance.of(base, "../etc")).isInstanceOf(UserError.class);
    }

    @Test
    void anOccupiedPortIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            WebPort port = new WebPort(other.getLocalPort());
            assertThatThrownBy(port::requireFree)
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "Port " + port.number() + " is taken by another program: choose another one with --port.");
        }
    }

    @Test
    void aFullDiskIsRecognisedWhereverItIsBuried() {
        var buried = new IllegalStateException(new SQLException("x", "53100"));
        assertThat(DiskFull.find(buried))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("disk is full");
        assertThat(DiskFull.find(new IOException("No space left on device"))).isPresent();
        assertThat(DiskFull.find(new SQLException("x", "23505"))).isEmpty();
        var besides = new IllegalStateException("closing failed");
        besides.addSuppressed(new SQLException("x", "53100"));
        assertThat(DiskFull.find(besides)).isPresent();
    }

    /** A server that cannot write its log ends itself; all its clients see is a connection that is gone. */
    @Test
    void aDatabaseThatEndedForWantOfRoomIsAFullDisk() throws IOException {
        Instance city = Instance.of(base, "izmir");
        InstanceLock.take(city, "up").close();
        Path server = Files.createDirectories(base.resolve("server"));
        Files.writeString(
                city.folder().resolve("cluster.properties"), "folder=" + server + "\nport=1\npassword=none\n");
        var gone = new IllegalStateException(new SQLException("An I/O error occurred", "08006"));

        Files.writeString(server.resolve("postgres.log"), "LOG:  database system is shut down\n");
        assertThat(DiskFull.find(gone, base)).isEmpty();
        Files.writeString(
                server.resolve("postgres.log"),
                "PANIC:  could not write to file \"pg_wal/xlogtemp.1\": No space left on device\n");
        assertThat(DiskFull.find(gone, base)).isPresent();
        assertThat(DiskFull.find(new IllegalStateException(new SQLException("Connection is closed")), base))
                .isPresent();
        Path today = Files.writeString(server.resolve("postgres-3.log"), "LOG:  checkpoint starting: time\n");
        assertThat(DiskFull.find(gone, base)).as("it has said more since").isEmpty();
        Files.setLastModifiedTime(today, FileTime.from(Instant.EPOCH));
        assertThat(DiskFull.find(gone, base)).as("that was last week").isPresent();
        assertThat(DiskFull.find(new SQLException("x", "23505"), base)).isEmpty();
    }
}
