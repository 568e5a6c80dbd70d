package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** What somebody changed since it was looked at is neither published, shared, saved over nor deleted. */
class StaleMapsTest {
    private static final String DECIDED =
            "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}";

    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);
    private final DeskClient colleague = DeskCity.shared().signedIn(Role.ADMIN);
    private final JsonNode seen = read(planner.post("/api/desk/thematic", floors(5)));
    private final String id = seen.path("id").asString();
    private final String version = "?seen=" + seen.path("changedAt").asString();

    @Test
    void nothingIsDoneToAVersionNobodyLookedAt() {
        JsonNode now = read(colleague.call("PUT", "/api/desk/thematic/" + id, floors(7)));
        assertThat(now.path("changedAt")).isNotEqualTo(seen.path("changedAt"));
        assertStale(planner.post("/api/desk/thematic/" + id + "/state" + version, DECIDED));
        assertStale(planner.post("/api/desk/thematic/" + id + "/state" + version, "{\"state\":\"shared\"}"));
        assertStale(planner.call("PUT", "/api/desk/thematic/" + id + version, floors(4)));
        assertStale(planner.call("DELETE", "/api/desk/thematic/" + id + version, ""));
        assertThat(planner.json("/api/desk/thematic/" + id).path("state").asString())
                .isEqualTo("private");
        String current = "?seen=" + now.path("changedAt").asString();
        assertThat(read(planner.post("/api/desk/thematic/" + id + "/state" + current, DECIDED))
                        .path("state")
                        .asString())
                .isEqualTo("published");
    }

    @Test
    void theRefusalTellsBothVersionsAndWhoChangedIt() {
        JsonNode now = read(colleague.call("PUT", "/api/desk/thematic/" + id, floors(7)));
        String detail = read(planner.post("/api/desk/thematic/" + id + "/state" + version, DECIDED))
                .path("detail")
                .asString();
        assertThat(detail)
                .contains(now.path("changedBy").asString())
                .containsPattern("version of \\d\\d\\.\\d\\d\\.\\d{4} .*present one is of \\d\\d\\.");
    }

    @Test
    void aVersionIsTheTimeItWasMade() {
        assertThat(planner.post("/api/desk/thematic/" + id + "/state?seen=yesterday", DECIDED)
                        .statusCode())
                .isEqualTo(400);
    }

    private static void assertStale(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    }

    private static String floors(int classes) {
        return "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"classes\":" + classes + "}";
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
