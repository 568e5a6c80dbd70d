package tr.kentatlas.api.desk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.page.Browser;

/** The page of releases in a real browser: what {@code src/main/web/tests/releases.test.mjs} says a steward and a viewer can do. */
class ReleasePageTest {

    @Test
    void aStewardTakesADraftToItsReadersAndAViewerReadsTheList() throws Exception {
        DeskCity city = ReleasedCity.open();
        try (var web = city.web()) {
            city.database()
                    .sql("UPDATE working.bina SET kat_ustu = 44 WHERE row_no = (SELECT min(row_no) FROM working.bina)")
                    .update();
            city.database()
                    .sql(
                            "UPDATE working.numarataj SET kapi_no = '44' WHERE row_no = (SELECT min(row_no) FROM working.numarataj)")
                    .update();
            DeskCity.Somebody steward = city.somebody(Role.STEWARD);
            browse(city, steward);
            assertThat(web.isRunning()).isTrue();
            assertThat(city.database()
                            .sql("SELECT person FROM release.approval WHERE decision_no = '2026/112'")
                            .query(String.class)
                            .single())
                    .isEqualTo(steward.account());
        }
    }

    private static void browse(DeskCity city, DeskCity.Somebody steward) throws Exception {
        DeskCity.Somebody viewer = city.somebody(Role.VIEWER);
        Browser.run(
                "releases",
                city.url(),
                Map.of(
                        "STEWARD", steward.account(),
                        "STEWARD_PASSWORD", steward.password(),
                        "VIEWER", viewer.account(),
                        "VIEWER_PASSWORD", viewer.password()));
    }
}
