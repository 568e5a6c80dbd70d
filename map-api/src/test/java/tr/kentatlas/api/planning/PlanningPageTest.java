package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;

/** Both answers of planning at the desk in a real browser: asked, drawn, typed, listed, saved, and accessible. */
class PlanningPageTest {

    @Test
    void aPlannerAsksAndTheAnswerIsOnThePageTheMapAndInFiles() throws Exception {
        DeskCity.Somebody planner = DeskCity.shared().somebody(Role.PLANNER);
        ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/planning.test.mjs")
                .directory(Path.of("src/main/web").toFile())
                .redirectErrorStream(true);
        browser.environment()
                .putAll(Map.of(
                        "BASE_URL",
                        DeskCity.shared().url(),
                        "ACCOUNT",
                        planner.account(),
                        "PASSWORD",
                        planner.password()));
        Process run = browser.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(output).isZero();
    }
}
