package tr.kentatlas.api.cli.serve;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.page.Browser;

/** The pages in a real browser, before a real service: what the files in {@code src/main/web/tests} say a citizen can do. */
class GuidePageTest {
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
        Browser.run(test, GuideClient.shared().port().url(), Map.of());
    }
}
