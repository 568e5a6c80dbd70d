package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Who writes a filter sees what it can speak of, and where it is wrong. */
class FilterFieldsTest {
    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);

    @Test
    void everyFieldIsToldWithItsCodes() {
        JsonNode fields = planner.json("/api/desk/thematic/types/bina/fields");
        JsonNode state = field(fields, "yapiDurumDegeri");
        assertThat(state.path("title").path("tr").asString()).isNotEmpty();
        assertThat(state.path("kind").asString()).isEqualTo("code");
        assertThat(state.path("codes").size()).isPositive();
        assertThat(state.path("codes").get(0).path("title").path("en").asString())
                .isNotEmpty();
        assertThat(field(fields, "BO_isyeriSayisi").path("open").asBoolean()).isFalse();
        assertThat(field(fields, "yapiTamamlanmaTarihi").path("kind").asString())
                .isEqualTo("date");
        assertThat(field(fields, "tucbsNo").isMissingNode()).isTrue();
    }

    @Test
    void theyAreToldBesideQuestionsOfPlanningToo() {
        DeskClient viewer = DeskCity.shared().signedIn(Role.VIEWER);
        JsonNode fields = viewer.json("/api/desk/planning/types/bina/fields");
        assertThat(field(fields, "yapiDurumDegeri").path("codes").size()).isPositive();
        assertThat(viewer.get("/api/desk/planning/types/yok/fields").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTypeThatIsNotThereHasNoFields() {
        assertThat(planner.get("/api/desk/thematic/types/yok/fields").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zeminUstuKatSayisi > 1 AND yok > 3     | position 28, “yok > 3”
            zeminUstuKatSayisi > 'üç'              | position 1, “zeminUstuKatSayisi > 'üç…
            2 < 3 AND 'üç' = zeminUstuKatSayisi    | position 18, “zeminUstuKatSayisi”
            zeminUstuKatSayisi IN (1, 'üç')        | position 1, “zeminUstuKatSayisi IN (1…
            zeminUstuKatSayisi >                   | at its end
            """)
    void aFaultOfTheFilterNamesItsPlace(String filter, String place) {
        String map = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"filter\":\"" + filter + "\"}";
        var answer = planner.get("/api/desk/thematic/preview?map=" + URLEncoder.encode(map, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"filter\"", place);
    }

    private static JsonNode field(JsonNode fields, String name) {
        return fields.valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
