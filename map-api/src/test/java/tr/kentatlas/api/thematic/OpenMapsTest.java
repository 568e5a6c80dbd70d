package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** What a planner shares or publishes is what everybody sees of it, and a decision lasts as long as its map. */
class OpenMapsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String DWELLINGS =
            "{\"type\":\"bina\",\"value\":\"BO_konutBirimSayisi\",\"method\":\"quantile\"}";
    private static final String DECIDED =
            "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}";

    private final DeskClient planner = CITY.signedIn(Role.PLANNER);

    @Test
    void whatThePublicWillSeeIsShownBefore() {
        JsonNode open = planner.json("/api/desk/thematic/preview/open?map=" + encoded(DWELLINGS));
        JsonNode own = planner.json("/api/desk/thematic/preview?map=" + encoded(DWELLINGS));
        String id = made(DWELLINGS);
        HttpResponse<byte[]> before = tile(open);
        assertThat(become(id, DECIDED).statusCode()).isEqualTo(200);
        JsonNode published = read(planner.call("GET", "/api/thematic/" + id, ""));
        assertThat(published.path("legend")).isEqualTo(open.path("legend"));
        assertThat(tile(published).body())
                .as("its tiles are drawn from what everybody sees")
                .isEqualTo(before.body())
                .isNotEqualTo(tile(own).body());
        assertThat(open.path("legend").path("noData").path("count").asLong())
                .as("a dwelling count of 1 is hidden from the public")
                .isGreaterThan(own.path("legend").path("noData").path("count").asLong());
    }

    @Test
    void whatIsNotPublishedIsKeptByNobody() {
        String map = encoded(DWELLINGS);
        JsonNode open = planner.json("/api/desk/thematic/preview/open?map=" + map);
        String pdf = "/api/desk/thematic/preview/open/pdf?map=" + map;
        assertThat(kept(tile(open))).isEqualTo("private, no-cache");
        assertThat(kept(planner.bytes(pdf))).isEqualTo("private, no-store");
        String id = made(DWELLINGS);
        become(id, DECIDED);
        assertThat(kept(tile(planner.json("/api/thematic/" + id)))).isEqualTo("public, max-age=60");
        assertThat(kept(planner.bytes("/api/thematic/" + id + "/pdf"))).isEqualTo("public, max-age=60");
    }

    /** A tile of the style of a map, where there are buildings. */
    private HttpResponse<byte[]> tile(JsonNode map) {
        String tiles = map.path("style").findValue("tiles").get(0).asString();
        HttpResponse<byte[]> answer = planner.bytes(tiles.replace("{z}/{y}/{x}", SmallCity.tile(CITY.database())));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String kept(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Cache-Control").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"bina\",\"value\":\"BO_isyeriSayisi\"}",
                "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"filter\":\"BO_isyeriSayisi > 2\"}",
                "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"normaliser\":\"BO_isyeriSayisi + 1\"}"
            })
    void aMapOfWhatIsNotOpenIsNeitherSharedNorPublished(String map) {
        String id = made(map);
        for (String wanted : new String[] {"{\"state\":\"shared\"}", DECIDED}) {
            HttpResponse<String> answer = become(id, wanted);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("Workplaces");
        }
        assertThat(planner.bytes("/api/desk/thematic/preview/pdf?map=" + encoded(map))
                        .statusCode())
                .as("it can be printed at the desk")
                .isEqualTo(200);
    }

    @Test
    void aSharedMapCannotBeChangedIntoOneThatIsNotOpen() {
        String id = made(floors(5));
        become(id, "{\"state\":\"shared\"}");
        assertThat(planner.call("PUT", "/api/desk/thematic/" + id, "{\"type\":\"bina\",\"value\":\"BO_isyeriSayisi\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDecisionIsKeptAsLongAsTheMapIsTheSame() {
        String id = made(floors(5));
        become(id, DECIDED);
        JsonNode same = read(planner.call("PUT", "/api/desk/thematic/" + id, floors(5)));
        assertThat(same.path("state").asString()).isEqualTo("published");
        assertThat(same.path("decisionNo").asString()).isEqualTo("2026/5");
        JsonNode other = read(planner.call("PUT", "/api/desk/thematic/" + id, floors(4)));
        assertThat(other.path("state").asString()).isEqualTo("shared");
        assertThat(other.path("decisionNo").isNull()).isTrue();
    }

    @Test
    void theFieldsSayWhetherEverybodySeesThem() {
        for (JsonNode type : planner.json("/api/desk/thematic/types")) {
            if (!type.path("name").asString().equals("bina")) continue;
            assertThat(type.path("hasArea").asBoolean()).isTrue();
            for (JsonNode field : type.path("fields")) {
                String name = field.path("name").asString();
                if (name.equals("BO_isyeriSayisi"))
                    assertThat(field.path("open").asBoolean()).isFalse();
                if (name.equals("zeminUstuKatSayisi"))
                    assertThat(field.path("open").asBoolean()).isTrue();
            }
        }
    }

    private static String floors(int classes) {
        return "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"classes\":" + classes + "}";
    }

    private String made(String map) {
        return read(planner.post("/api/desk/thematic", map)).path("id").asString();
    }

    private HttpResponse<String> become(String id, String wanted) {
        return planner.post("/api/desk/thematic/" + id + "/state", wanted);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String map) {
        return URLEncoder.encode(map, StandardCharsets.UTF_8);
    }
}
