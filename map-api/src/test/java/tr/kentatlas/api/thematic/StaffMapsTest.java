package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** A map is its owner's, who shares it with nobody, with staff whose roles show what it is made of, or with everybody. */
class StaffMapsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String PLANNING = "/api/desk/thematic/";
    private static final String SHARED = "/api/desk/maps/";

    /** Planners see it, viewers and everybody do not. */
    private static final String WORKPLACES = "{\"type\":\"bina\",\"value\":\"BO_isyeriSayisi\"}";

    private static final String FLOORS = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\"}";

    private final DeskClient owner = CITY.signedIn(Role.PLANNER);
    private final DeskClient planner = CITY.signedIn(Role.PLANNER);
    private final DeskClient viewer = CITY.signedIn(Role.VIEWER);

    @Test
    void aDraftIsItsOwnersAlone() {
        String id = made(FLOORS);
        assertThat(owner.json(PLANNING + id).path("mine").asBoolean()).isTrue();
        assertThat(planner.get(PLANNING + id).statusCode()).isEqualTo(404);
        assertThat(planner.get("/api/desk/thematic").body()).doesNotContain(id);
        assertThat(planner.get(SHARED + id).statusCode()).isEqualTo(404);
        assertThat(planner.call("DELETE", PLANNING + id, "").statusCode()).isEqualTo(404);
        assertThat(CITY.signedIn(Role.ADMIN).get(PLANNING + id).statusCode()).isEqualTo(200);
    }

    @Test
    void aMapOfClosedFieldsIsSharedWithWhoMaySeeThem() {
        String id = made(WORKPLACES);
        assertThat(become(owner, id, "staff").statusCode()).isEqualTo(200);
        assertThat(planner.json(SHARED + id).path("legend").path("total").asLong())
                .isPositive();
        assertThat(planner.get("/api/desk/maps").body()).contains(id);
        assertThat(tile(planner, id).statusCode()).isEqualTo(200);
        assertThat(planner.bytes(SHARED + id + "/pdf").statusCode()).isEqualTo(200);
        assertThat(viewer.get("/api/desk/maps").body()).doesNotContain(id);
        assertThat(viewer.get(SHARED + id).statusCode()).isEqualTo(404);
        assertThat(tile(viewer, id).statusCode()).isEqualTo(404);
        assertThat(viewer.get(SHARED + id + "/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsSharedWithStaffIsNotSharedWithAnybodyElse() {
        String id = made(FLOORS);
        become(owner, id, "staff");
        assertThat(viewer.get(SHARED + id).statusCode()).isEqualTo(200);
        DeskClient anybody = new DeskClient(CITY.url());
        assertThat(anybody.get("/api/thematic/" + id).statusCode()).isEqualTo(404);
        assertThat(anybody.get("/tematik/" + id).statusCode()).isEqualTo(404);
        become(owner, id, "shared");
        assertThat(anybody.get("/api/thematic/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyItsOwnerAndAdministratorsChangeOrDeleteItAndOthersCopyIt() {
        String id = made(FLOORS);
        become(owner, id, "shared");
        assertRefused(planner.call("PUT", PLANNING + id, WORKPLACES));
        assertRefused(become(planner, id, "private"));
        assertRefused(planner.call("DELETE", PLANNING + id, ""));
        JsonNode shared = planner.json(PLANNING + id);
        assertThat(shared.path("mine").asBoolean()).isFalse();
        JsonNode copy =
                read(planner.post("/api/desk/thematic", shared.path("map").toString()));
        assertThat(copy.path("mine").asBoolean()).isTrue();
        assertThat(copy.path("map")).isEqualTo(shared.path("map"));
        assertThat(become(CITY.signedIn(Role.ADMIN), id, "private").statusCode())
                .isEqualTo(200);
        assertThat(owner.call("DELETE", PLANNING + id, "").statusCode()).isEqualTo(204);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("copy");
    }

    private static HttpResponse<byte[]> tile(DeskClient client, String id) {
        return client.bytes(SHARED + id + "/tiles/" + SmallCity.tile(CITY.database()));
    }

    private String made(String map) {
        return read(owner.post("/api/desk/thematic", map)).path("id").asString();
    }

    private static HttpResponse<String> become(DeskClient client, String id, String state) {
        return client.post(PLANNING + id + "/state", "{\"state\":\"" + state + "\"}");
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
