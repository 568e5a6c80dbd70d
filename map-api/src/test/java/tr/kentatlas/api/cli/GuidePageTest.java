package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.WebPort;

/** The map page in a real browser, before a real service: what {@code src/main/web/tests/guide.test.mjs} says a citizen can do. */
class GuidePageTest {
    private static final Path WEB = Path.of("src/main/web");

    @Test
    void aCitizenCanUseTheMapPage() throws Exception {
        WebPort port = freePort();
        try (var web = WebServer.start(port, SmallCity.city(SmallCity.database()))) {
            assertThat(web.isRunning()).isTrue();
            ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/guide.test.mjs")
                    .directory(WEB.toFile())
                    .redirectErrorStream(true);
            browser.environment().put("BASE_URL", port.url());
            Process run = browser.start();
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
        }
    }

    private static WebPort freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return new WebPort(probe.getLocalPort());
        }
    }
}
