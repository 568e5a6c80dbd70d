package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.cli.serve.FreePort;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.testsupport.Child;

/** {@code ./kent up} from nothing to a served map in a cluster of its own, killed half-way, and {@code ./kent down}. */
class UpAndDownTest {
    private static final int ENDED_BY_SIGNAL = 128 + 15;

    private final WebPort port = FreePort.find();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path base;

    @AfterEach
    void stop() {
        SmallKent.execute("--data", base.toString(), "down");
    }

    @Test
    void aFirstStartThatIsKilledIsBegunAgainAndServesTheCityUntilItIsStopped() throws Exception {
        Process first = up();
        readUntil(first.errorReader(StandardCharsets.UTF_8), "reading ");
        first.destroyForcibly().waitFor();
        assertThat(cluster()).as("killed with nobody to stop it").isEqualTo(PrivateCluster.Status.RUNNING);

        Process second = up();
        Thread drained = drain(second.errorReader(StandardCharsets.UTF_8));
        readUntil(second.inputReader(StandardCharsets.UTF_8), port.url());
        assertThat(buildings().path("numberMatched").asLong()).isBetween(1_800L, 2_200L);
        second.destroy();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ENDED_BY_SIGNAL);
        assertThat(cluster()).isEqualTo(PrivateCluster.Status.STOPPED);
        drained.join();

        Process third = up();
        drained = drain(third.errorReader(StandardCharsets.UTF_8));
        readUntil(third.inputReader(StandardCharsets.UTF_8), port.url());
        assertThat(buildings().path("features")).as("what was published before").hasSize(1);
        assertThat(SmallKent.execute("--data", base.toString(), "down")).isZero();
        assertThat(third.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(cluster()).isEqualTo(PrivateCluster.Status.STOPPED);
        drained.join();
    }

    private Process up() throws IOException {
        return Child.of(SmallKent.class, "--data", base.toString(), "up", "--port", Integer.toString(port.number()))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    private PrivateCluster.Status cluster() {
        return Instance.of(base, Instance.DEFAULT_NAME).cluster().status();
    }

    private JsonNode buildings() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(port.url() + "/ogc/collections/bina/items?limit=1"))
                .build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static void readUntil(BufferedReader output, String part) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(part)) return;
            read.append(line).append('\n');
        }
        throw new AssertionError("It ended before it said '" + part + "':\n" + read);
    }

    private static Thread drain(BufferedReader output) {
        return Thread.ofVirtual().start(() -> {
            try (Stream<String> lines = output.lines()) {
                lines.forEach(line -> {});
            }
        });
    }
}
