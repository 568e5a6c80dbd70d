package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** A map says what it shows: in its usual title, its unit, its limits, and whatever its own title leaves out. */
class MapWordsTest {
    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);

    @ParameterizedTest
    @CsvSource({
        "BO_konutBirimSayisi,    toplamTabanAlani, Binalar: Konut sayısı / Taban alanı,       adet/m²",
        "BO_konutBirimSayisi,    area-ha,          Binalar: Konut sayısı / ha,                adet/ha",
        "toplamTabanAlani,       BO_konutBirimSayisi, Binalar: Taban alanı / Konut sayısı,    ",
        "zeminUstuKatSayisi * 3, area-km2,         Binalar: (Zemin üstü kat * 3) / km²,       ",
        "zeminUstuKatSayisi * 3, ,                 Binalar: Zemin üstü kat * 3,               "
    })
    void theUsualTitleTellsTheWholeValue(String value, String normaliser, String title, String unit) {
        ObjectNode map = JsonMapper.shared().createObjectNode();
        map.put("type", "bina")
                .put("value", value)
                .put("normaliser", normaliser)
                .put("method", "quantile");
        JsonNode legend = legend(map.toString());
        assertThat(legend.path("title").path("tr").asString()).isEqualTo(title);
        assertThat(legend.path("unit").path("tr").asString(null)).isEqualTo(unit);
    }

    @Test
    void aTitleOfItsOwnLeavesNothingUnsaid() {
        JsonNode legend = legend("{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"quantile\","
                + "\"filter\":\"zeminUstuKatSayisi > 2 AND adi <> 'adi'\",\"title\":\"Bizim harita\"}");
        assertThat(legend.path("about").path("tr").asString())
                .startsWith("Zemin üstü kat · Süzgeç: ")
                .contains("Zemin üstü kat > 2", "'adi'")
                .endsWith(" · Eşit sayılı (kantil)");
        assertThat(legend.path("about").path("en").asString()).endsWith(" · Equal counts (quantiles)");
    }

    @Test
    void limitsOutsideTheValuesAreToldAsLimits() {
        JsonNode high = legend(manual("[200,300]")).path("classes");
        assertThat(high.get(2).path("label").path("tr").asString()).isEqualTo("> 300");
        JsonNode low = legend(manual("[-5,3]")).path("classes");
        assertThat(low.get(0).path("label").path("tr").asString()).isEqualTo("≤ -5");
    }

    private static String manual(String breaks) {
        return "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"manual\",\"breaks\":" + breaks + "}";
    }

    private JsonNode legend(String map) {
        return planner.json("/api/desk/thematic/preview?map=" + URLEncoder.encode(map, StandardCharsets.UTF_8))
                .path("legend");
    }
}
