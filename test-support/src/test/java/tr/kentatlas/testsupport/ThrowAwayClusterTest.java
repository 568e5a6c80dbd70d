package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;

class ThrowAwayClusterTest {
    /** A folder of its own: another JVM's sweep of the temporary folder must not do this test's work. */
    private final Path folder = enterable(Scratch.folder("sweep"));

    @Test
    void aRunningClusterOfADeadJvmIsStoppedAndRemoved() {
        // The process id is ours, its start is not: the JVM that made this is gone.
        Path home = folder.resolve("kentatlas-test-" + ProcessHandle.current().pid() + "-1");
        PrivateCluster cluster = PrivateCluster.in(home, Durability.THROW_AWAY);
        cluster.create();
        cluster.start();
        ThrowAwayCluster.removeThoseOfDeadProcesses(folder);
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.MISSING);
        assertThat(Files.exists(home)).isFalse();
    }

    @Test
    void whatAJvmKilledWhileItMadeItsClusterLeftIsRemoved() throws IOException {
        Path home = folder.resolve("kentatlas-test-" + ProcessHandle.current().pid() + "-2");
        Files.createDirectories(home.resolve("database/making-1-1/base"));
        ThrowAwayCluster.removeThoseOfDeadProcesses(folder);
        assertThat(home).doesNotExist();
    }

    @Test
    void whatCannotBeRemovedStopsNobody() throws IOException {
        Path foreign =
                folder.resolve("kentatlas-test-" + ProcessHandle.current().pid() + "-3");
        Files.createDirectories(foreign.resolve("somebodys"));
        ThrowAwayCluster.removeThoseOfDeadProcesses(folder);
        assertThat(foreign.resolve("somebodys")).exists();
    }

    /** By the user the server runs as, who is not root. */
    private static Path enterable(Path made) {
        try {
            for (Path each : new Path[] {made.getParent(), made}) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
