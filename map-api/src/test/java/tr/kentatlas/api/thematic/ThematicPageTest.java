package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Thematic maps in a real browser: a shared one has the colours of its legend, and one is made by keyboard alone. */
class ThematicPageTest {
    private static final Path WEB = Path.of("src/main/web");

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
        ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/" + tests + ".test.mjs")
                .directory(WEB.toFile())
                .redirectErrorStream(true);
        browser.environment().put("BASE_URL", DeskCity.shared().url());
        browser.environment().putAll(settings);
        Process run = browser.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(output).isZero();
    }
}
