package tr.kentatlas.api.planning;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.page.Browser;

/** Both answers of planning at the desk in a real browser: asked, drawn, typed, listed, saved, and accessible. */
class PlanningPageTest {

    @Test
    void aPlannerAsksAndTheAnswerIsOnThePageTheMapAndInFiles() throws Exception {
        DeskCity.Somebody planner = DeskCity.shared().somebody(Role.PLANNER);
        Browser.run(
                "planning",
                DeskCity.shared().url(),
                Map.of("ACCOUNT", planner.account(), "PASSWORD", planner.password()));
    }
}
