package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.WebPort;

/** The pages in a real browser, before a real service: what the files in {@code src/main/web/tests} say a citizen can do. */
class GuidePageTest {
    private static final Path WEB = Path.of("src/main/web");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WebPort port;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext web;

    /** One for all: no page changes anything. */
    @BeforeAll
    static void open() throws IOException {
        port = freePort();
        web = WebServer.start(port, SmallCity.city(SmallCity.database()), folder);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void aCitizenCanUseTheMapPage() throws Exception {
        run("tests/guide.test.mjs");
        run("tests/tasks.test.mjs");
    }

    @Test
    void everyStateIsSharedLeftAndToldInWords() throws Exception {
        run("tests/states.test.mjs");
    }

    @Test
    void aCitizenIsToldWhatCannotBeHad() throws Exception {
        run("tests/trouble.test.mjs");
    }

    @Test
    void everybodyCanUseTheDataPages() throws Exception {
        run("tests/pages.test.mjs");
    }

    private static void run(String test) throws Exception {
        ProcessBuilder browser = new ProcessBuilder("node", "--test", test)
                .directory(WEB.toFile())
                .redirectErrorStream(true);
        browser.environment().put("BASE_URL", port.url());
        Process run = browser.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(output).isZero();
    }

    private static WebPort freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return new WebPort(probe.getLocalPort());
        }
    }
}
