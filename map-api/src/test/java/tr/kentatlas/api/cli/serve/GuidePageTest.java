package tr.kentatlas.api.cli.serve;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.page.Browser;

/** The pages in a real browser, before a real service: what the files in {@code src/main/web/tests} say a citizen can do. */
class GuidePageTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WebPort port;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext web;

    /** One for all: no page changes anything. */
    @BeforeAll
    static void open() {
        port = FreePort.find();
        web = WebServer.start(port, SmallCity.city(SmallCity.database()), folder);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void aCitizenCanUseTheMapPage() throws Exception {
        run("guide");
        run("tasks");
    }

    @Test
    void everyStateIsSharedLeftAndToldInWords() throws Exception {
        run("states");
    }

    @Test
    void aCitizenIsToldWhatCannotBeHad() throws Exception {
        run("trouble");
    }

    @Test
    void everybodyCanUseTheDataPages() throws Exception {
        run("pages");
    }

    private static void run(String test) throws Exception {
        Browser.run(test, port.url(), Map.of());
    }
}
