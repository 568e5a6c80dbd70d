package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;

class ThrowAwayClusterTest {
    @Test
    void aRunningClusterOfADeadJvmIsStoppedAndRemoved() throws IOException {
        // The process id is ours, its start is not: the JVM that made this is gone.
        Path home = Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("kentatlas-test-" + ProcessHandle.current().pid() + "-1");
        PrivateCluster cluster = PrivateCluster.in(home, Durability.THROW_AWAY);
        cluster.create();
        cluster.start();
        ThrowAwayCluster.removeThoseOfDeadProcesses();
        assertThat(cluster.status()).isEqualTo(PrivateCluster.Status.MISSING);
        assertThat(Files.exists(home)).isFalse();
    }
}
