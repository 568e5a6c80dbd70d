package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Role;

/** Values the public does not see are seen by those at the desk whose work needs them (KVKK 6698 art. 4), and by nobody else there. */
class HiddenValuesTest {
    private static final String OGC = "/api/desk/ogc/collections/";
    private static final String HOUSES = OGC + "bina/items?limit=10000";
    private static final String SERVICES = OGC + "kamu_hizmeti/items?limit=10000";
    private static final String[] TELLING = {"individualResidence", "twoDwellings"};

    private final DeskCity city = DeskCity.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&BO_konutBirimSayisi=1",
                "&bagimsizBolumSayisi=1",
                "&kullanimAltTuru=individualResidence",
                "&filter=BO_konutBirimSayisi%20BETWEEN%201%20AND%202",
                "&filter=kullanimAltTuru%20LIKE%20'indiv%25'"
            })
    void noQuestionOfAViewerFindsAHouseOfOneDwelling(String question) {
        assertThat(found(Role.VIEWER, HOUSES + question)).isZero();
        assertThat(found(Role.PLANNER, HOUSES + question)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "AUDITOR", "AGREEMENTS"})
    void neitherAnswerNorTileTellsOfOne(Role role) {
        DeskClient desk = city.signedIn(role);
        assertThat(values(desk, HOUSES, "BO_konutBirimSayisi"))
                .hasSizeGreaterThan(1)
                .doesNotContain("1", "2");
        for (String path : List.of(HOUSES, HOUSES + "&sortby=kullanimAltTuru", HOUSES + "&properties=kullanimAltTuru"))
            assertThat(desk.get(path).body()).contains("moreThanTwoDwelling").doesNotContain(TELLING);
        byte[] tile =
                desk.bytes(OGC + "bina/tiles/WebMercatorQuad" + middle(desk)).body();
        assertThat(new String(tile, StandardCharsets.UTF_8))
                .contains("kullanimAltTuru")
                .doesNotContain(TELLING);
    }

    @Test
    void aPlannerRingsHospitalsAndNoPerson() {
        String ringing = "&filter=Iletisim_telefon%20IS%20NOT%20NULL&altTip=";
        assertThat(found(Role.PLANNER, SERVICES + ringing + "hastane")).isPositive();
        assertThat(found(Role.PLANNER, SERVICES + ringing + "muayenehane")).isZero();
        assertThat(found(Role.EDITOR, SERVICES + ringing + "muayenehane")).isPositive();
    }

    @Test
    void recordsOfTheWorkingDataHaveNoSuchFieldForThem() {
        String house = "/api/desk/records/types/bina";
        assertThat(city.signedIn(Role.VIEWER).get(house).body())
                .contains("zeminUstuKatSayisi")
                .doesNotContain("BO_konutBirimSayisi", "kullanimAltTuru");
        assertThat(city.signedIn(Role.PLANNER).get(house).body()).contains("BO_konutBirimSayisi", "kullanimAltTuru");
    }

    private int found(Role role, String path) {
        return city.signedIn(role).json(path).path("numberReturned").asInt(-1);
    }

    private static Set<String> values(DeskClient desk, String path, String name) {
        return desk.json(path)
                .path("features")
                .valueStream()
                .map(feature -> feature.path("properties").path(name).toString())
                .collect(Collectors.toSet());
    }

    /** A tile of zoom 15 in the middle of the city. */
    private static String middle(DeskClient desk) {
        JsonNode box = desk.json(OGC + "bina").at("/extent/spatial/bbox/0");
        double longitude = (box.path(0).asDouble() + box.path(2).asDouble()) / 2;
        double latitude = Math.toRadians((box.path(1).asDouble() + box.path(3).asDouble()) / 2);
        double north = Math.log(Math.tan(Math.PI / 4 + latitude / 2)) / Math.PI;
        return "/15/" + (int) ((1 - north) / 2 * (1 << 15)) + "/" + (int) ((longitude + 180) / 360 * (1 << 15));
    }
}
