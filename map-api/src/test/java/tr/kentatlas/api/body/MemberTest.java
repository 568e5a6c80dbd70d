package tr.kentatlas.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.word.Worded;

class MemberTest {
    private enum Side implements Worded {
        LEFT_HAND,
        RIGHT_HAND
    }

    @Test
    void allFaultsAreToldAtOnceUnderTheirPaths() {
        Member json =
                document("{'name': 5, 'parts': [{'day': '2026-02-30'}, {'day': '2026-02-28', 'dya': 1}], 'count': 0}");
        json.at("name").text(10);
        for (Member part : json.at("parts").each(5)) {
            part.knowOnly(Set.of("day"));
            part.at("day").day();
        }
        json.at("count").whole(1, 9);
        json.at("left").text(10);
        assertThat(faults(json))
                .containsExactly(
                        "name request.text",
                        "parts[0].day request.day",
                        "parts[1].dya request.member",
                        "count request.whole",
                        "left request.missing");
    }

    @Test
    void whatIsLeftOutAndWhatIsNullAreTheSame() {
        Member json = document("{'a': null}");
        assertThat(json.at("a").optionalText(5)).isNull();
        assertThat(json.at("b").optionalText(5)).isNull();
        assertThat(json.at("a").number(3, 1, 5)).isEqualTo(3);
        assertThat(json.at("b").constant(Side.class, "none")).isNull();
        assertThat(json.faults().isEmpty()).isTrue();
    }

    @Test
    void anEmptyObjectWhereAListIsWantedIsNoList() {
        Member json = document("{'some': {}, 'most': [1, 2, 3]}");
        assertThat(json.at("some").some(2)).isEmpty();
        assertThat(json.at("most").some(2)).isEmpty();
        assertThat(json.at("most").each(2)).hasSize(2);
        assertThat(faults(json)).containsExactly("some request.list", "most request.list", "most request.most");
    }

    @Test
    void valuesAreReadAsTheyAreWritten() {
        Member json = document("{'text': ' a ', 'day': '2026-11-03', 'side': 'right-hand', 'half': 2.5, 'big': 1e3}");
        assertThat(json.at("text").text(9)).isEqualTo("a");
        assertThat(json.at("day").day()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(json.at("side").constant(Side.class, "none")).isEqualTo(Side.RIGHT_HAND);
        assertThat(json.at("half").number(0, 0, 5)).isEqualTo(2.5);
        json.at("half").whole(0, 5);
        json.at("side").constant(Place.class, "side.unknown");
        assertThat(faults(json)).containsExactly("half request.whole", "side side.unknown");
    }

    @Test
    void aDocumentThatIsNoObjectIsToldAsTheBody() {
        Member json = document("[1]");
        json.knowOnly(Set.of());
        assertThat(faults(json)).containsExactly("body request.object");
    }

    @Test
    void anAreaIsOneThatEncloses() {
        Member json = document("{'line': {'type': 'LineString', 'coordinates': [[0, 0], [1, 1]]},"
                + " 'bow': {'type': 'Polygon', 'coordinates': [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},"
                + " 'square': {'type': 'Polygon', 'coordinates': [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}");
        assertThat((Object) DrawnShape.of(json.at("line"), 9)).isNull();
        assertThat((Object) DrawnShape.of(json.at("bow"), 9)).isNull();
        assertThat((Object) DrawnShape.of(json.at("none"), 9)).isNull();
        assertThat((Object) DrawnShape.of(json.at("square"), 4)).isNull();
        assertThat((Object) DrawnShape.of(json.at("square"), 5)).isNotNull();
        assertThat(faults(json))
                .containsExactly(
                        "line request.polygon",
                        "bow request.invalid-area",
                        "none request.missing",
                        "square request.corners");
    }

    private enum Place implements Worded {
        HERE
    }

    private static Member document(String json) {
        return Member.document(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static List<String> faults(Member json) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> json.faults().settle());
        return problem.faults().stream()
                .map(fault -> fault.parameter() + " " + fault.wording().key())
                .toList();
    }
}
