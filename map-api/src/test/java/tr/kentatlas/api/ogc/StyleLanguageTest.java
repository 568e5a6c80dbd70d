package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StyleLanguageTest {
    private final ServedCity city = ServedCity.shared();

    @ParameterizedTest
    @CsvSource({"tr,Yerleşik konut", "en,Existing housing"})
    void aPlannedUseIsLabelledByItsNameInTheLanguageAskedFor(String language, String name) {
        JsonNode label = label(city.json("/ogc/styles/kent?lang=" + language));
        assertThat(label.path(0).asString()).isEqualTo("match");
        assertThat(label.path(1)).hasToString("[\"get\",\"planliAraziKullanimKarariDeger\"]");
        assertThat(nameOf(label, "konut.yerlesikKonut")).isEqualTo(name);
        assertThat(label.path(label.size() - 1).path(0).asString())
                .as("a code nobody knows stands as it is")
                .isEqualTo("to-string");
    }

    private static JsonNode label(JsonNode style) {
        return style.path("layers")
                .valueStream()
                .filter(layer -> layer.path("id").asString().equals("label-plan"))
                .findFirst()
                .orElseThrow()
                .path("layout")
                .path("text-field");
    }

    private static String nameOf(JsonNode match, String code) {
        for (int i = 2; i + 1 < match.size(); i += 2) {
            if (match.path(i).asString().equals(code)) return match.path(i + 1).asString();
        }
        throw new AssertionError("no " + code + " in " + match);
    }
}
