package tr.kentatlas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivateClusterTest {
    private Path home;
    private PrivateCluster cluster;

    @BeforeEach
    void chooseHome() throws IOException {
        home = Files.createTempDirectory(
                "kent-cluster", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        cluster = inHome();
    }

    @AfterEach
    void removeAll() {
        inHome().remove();
        ServerFolder.remove(home);
    }

    private PrivateCluster inHome() {
        return PrivateCluster.in(home, Durability.THROW_AWAY);
    }

    @Test
    void itIsMissingThenStoppedThenRunning() {
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.MISSING);
        cluster.create();
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.STOPPED);
        cluster.start();
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.RUNNING);
        cluster.stop();
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.STOPPED);
    }

    @Test
    void aRunningClusterIsAdoptedWithItsPort() {
        cluster.create();
        ServerAddress started = cluster.start();
        PrivateCluster second = inHome();
        assertThat(second.start()).isEqualTo(started);
    }

    @Test
    void itsPortIsRememberedAndLeftToWhoeverTookIt() throws IOException {
        cluster.create();
        int first = cluster.start().port();
        cluster.stop();
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(cluster.start().port()).isNotEqualTo(other.getLocalPort());
        }
        int second = cluster.address().port();
        cluster.stop();
        assertThat(cluster.start().port()).isEqualTo(second);
    }

    @Test
    void onlyTheOwnerReadsThePassword() throws IOException {
        cluster.create();
        Path notes = home.resolve("cluster.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(notes)))
                .isEqualTo("rw-------");
        ServerAddress address = cluster.start();
        assertThat(address.toString())
                .doesNotContain(address.password().reveal())
                .contains("***");
        assertThat(Files.readString(notes)).contains(address.password().reveal());
    }

    @Test
    void whatAKilledInitdbLeftIsRemovedAndAllStartsClean() throws IOException {
        Path half = home.resolve("database/making-1-1/base");
        Files.createDirectories(half);
        Files.writeString(half.resolve("1"), "torn");
        cluster.create();
        cluster.start();
        assertThat(half.getParent()).doesNotExist();
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.RUNNING);
    }

    @Test
    void whatAKilledInitdbLeftIsRemovedWithTheCluster() throws IOException {
        Path half = home.resolve("database/making-1-1/base");
        Files.createDirectories(half);
        Files.writeString(half.resolve("1"), "torn");
        Files.writeString(home.resolve("database/making-password"), "secret");
        Files.writeString(home.resolve("cluster.properties.new"), "half of the not");
        cluster.remove();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aDatabaseWithoutItsPasswordIsNeverRemoved() throws IOException {
        withoutItsPassword(cluster::remove);
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.STOPPED);
    }

    @Test
    void aDatabaseWithoutItsPasswordIsNeverOverwritten() throws IOException {
        withoutItsPassword(() -> assertThatThrownBy(cluster::create)
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("password file is lost"));
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.STOPPED);
    }

    /** Does something to a cluster whose password file is lost, which then is found again. */
    private void withoutItsPassword(Runnable deed) throws IOException {
        cluster.create();
        Path notes = home.resolve("cluster.properties");
        String kept = Files.readString(notes);
        Files.delete(notes);
        deed.run();
        Files.writeString(notes, kept);
    }

    @Test
    void aPidFileLeftByACrashIsNotARunningServer() throws IOException {
        cluster.create();
        long self = ProcessHandle.current().pid(); // alive, but no postgres
        Files.writeString(
                home.resolve("database/data/postmaster.pid"), self + "\n/x\n0\n5432\n\n127.0.0.1\n0\nready\n");
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.STOPPED);
    }

    @Test
    void theServerOfAnotherFolderIsNotItsOwn() throws IOException {
        cluster.create();
        cluster.start();
        Path ours = home.resolve("database/data");
        Path theirs = Files.createDirectory(home.resolve("theirs"));
        Files.copy(ours.resolve("postmaster.pid"), theirs.resolve("postmaster.pid"));
        assertThat(Postmaster.find(ours)).isPresent();
        assertThat(Postmaster.find(theirs)).isEmpty();
    }

    @Test
    void aServerThatLastsWritesAFileForEachDayOfTheWeekBegunAnewWithIt() throws IOException {
        PrivateCluster lasting = PrivateCluster.in(home, Durability.LASTING);
        lasting.create();
        lasting.start();
        lasting.stop();
        lasting.start();
        Path log = lasting.log();
        assertThat(log.getFileName().toString()).matches("postgres-\\d\\.log");
        assertThat(Files.readString(log)).containsOnlyOnce("starting PostgreSQL");
        assertThat(log.resolveSibling(log.getFileName() + ".1")).content().containsOnlyOnce("starting PostgreSQL");
    }
}
