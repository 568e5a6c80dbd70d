package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub;
import tr.kentatlas.api.thematic.geoserver.SetUpCity;

/** A question of planning is asked of the release that is served, or of one that was served before it. */
class ReleaseChoiceTest {
    private static final String API = "/api/desk/planning";
    private static final String FLOORS = "{\"type\":\"bina\",\"fields\":[\"zeminUstuKatSayisi\"]}";
    private static final JsonMapper JSON = JsonMapper.shared();

    @SuppressWarnings("NullAway.Init")
    private static DeskCity city;

    @SuppressWarnings("NullAway.Init")
    private static DeskClient planner;

    @BeforeAll
    static void publishTwice() {
        city = DeskCity.with(Map.of());
        try (SetUpCity later = new SetUpCity(city.owner(), new GeoServerStub())) {
            assertThat(later.release()).isEqualTo(2);
        }
        planner = city.signedIn(Role.PLANNER);
    }

    @AfterAll
    static void close() {
        city.web().close();
    }

    @Test
    void bothReleasesAreOfferedAndEachAnswersWithItsOwnFigures() {
        JsonNode releases = planner.json(API + "/releases");
        assertThat(releases).extracting(row -> row.path("number").longValue()).containsExactly(2L, 1L);
        assertThat(releases.get(1).path("publishedAt").stringValue("")).matches("\\d{4}-\\d\\d-\\d\\dT.*");
        JsonNode before = ask("?release=1");
        JsonNode after = ask("?release=2");
        assertThat(before.path("release").longValue()).isEqualTo(1);
        assertThat(after.path("release").longValue()).isEqualTo(2);
        assertThat(floors(after)).isGreaterThan(floors(before));
    }

    @Test
    void aReleaseThatIsNotKeptOrNoNumberIsTold() {
        assertThat(planner.post(API + "/statistics?release=77", FLOORS).statusCode())
                .isEqualTo(410);
        HttpResponse<String> wrong = planner.post(API + "/statistics?release=son", FLOORS);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("a release is a number");
    }

    @Test
    void whatHasNoPlaceIsCountedAsAWholeAndNeverAsNothingInAnArea() {
        HttpResponse<String> byArea =
                planner.post(API + "/statistics", "{\"type\":\"resmi_belge\",\"neighbourhoods\":true}");
        assertThat(byArea.statusCode()).isEqualTo(400);
        assertThat(byArea.body()).contains("neighbourhoods", "has no place on the map");
        JsonNode whole = JSON.readTree(
                planner.post(API + "/statistics", "{\"type\":\"resmi_belge\"}").body());
        assertThat(whole.path("areas")).hasSize(1);
        assertThat(whole.path("areas").get(0).path("count").longValue()).isPositive();
    }

    private static double floors(JsonNode answer) {
        return answer.path("areas").get(0).path("figures").get(0).path("total").doubleValue();
    }

    private static JsonNode ask(String release) {
        HttpResponse<String> answer = planner.post(API + "/statistics" + release, FLOORS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
