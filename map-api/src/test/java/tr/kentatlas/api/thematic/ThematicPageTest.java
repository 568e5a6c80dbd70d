package tr.kentatlas.api.thematic;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.page.Browser;

/** Thematic maps in a real browser: a shared one has the colours of its legend, and one is made by keyboard alone. */
class ThematicPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"zeminUstuKatSayisi", "yapiTamamlanmaTarihi"})
    void whatTheBrowserDrawsIsWhatTheLegendSays(String value) throws Exception {
        DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);
        String made = planner.post("/api/desk/thematic", "{\"type\":\"bina\",\"value\":\"" + value + "\"}")
                .body();
        String id = JsonMapper.shared().readTree(made).path("id").asString();
        planner.post("/api/desk/thematic/" + id + "/state", "{\"state\":\"shared\"}");
        String picture = Path.of("target/theme-page.png").toAbsolutePath().toString();
        run("thematic", Map.of("MAP_ID", id, "PICTURE", picture));
    }

    @Test
    void aMapIsMadeSavedAndPublishedByKeyboardAlone() throws Exception {
        DeskCity.Somebody planner = DeskCity.shared().somebody(Role.PLANNER);
        run("keyboard", Map.of("ACCOUNT", planner.account(), "PASSWORD", planner.password()));
    }

    private static void run(String tests, Map<String, String> settings) throws Exception {
        Browser.run(tests, DeskCity.shared().url(), settings);
    }
}
