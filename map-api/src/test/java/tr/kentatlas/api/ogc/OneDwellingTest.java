package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.tile.WorldGrid;

/** No public answer tells a house of one dwelling, whose count is hidden, from one of two (KVKK 6698 art. 5). */
class OneDwellingTest {
    private static final String DWELLINGS = "BO_konutBirimSayisi";
    private static final String HOUSES = "/ogc/collections/bina/items?limit=10000";
    private static final String[] TELLING = {
        "individualResidence", "twoDwellings", "Tek konut", "İki konut", "Individual residence", "Two dwellings"
    };

    private final ServedCity city = ServedCity.shared();
    private final Map<String, JsonNode> known =
            byId(JsonMapper.shared().readTree(city.admin(HOUSES).body()));
    private final Map<String, JsonNode> shown = byId(city.json(HOUSES));

    /** A farmhouse without gas may stand alone; what most of them show may not. */
    @Test
    void whatIsShownOfMostOfThemIsShownOfOthersToo() {
        assertThat(ids(1)).isNotEmpty();
        attributes(Attribute::isPublic)
                .filter(a -> a.isCategory() || a.type() == AttributeType.INTEGER)
                .forEach(a -> assertThat(
                                ids(1).stream().map(id -> value(a, id)).filter(values(a, idsOfOthers())::contains))
                        .as(a.name())
                        .hasSizeGreaterThan(ids(1).size() / 2));
    }

    @Test
    void itsUseAndItsCountsAreThoseOfAHouseOfTwo() {
        for (String name : List.of(DWELLINGS, "kullanimAltTuru")) {
            Attribute attribute =
                    attributes(a -> a.name().equals(name)).findFirst().orElseThrow();
            assertThat(values(attribute, ids(1))).as(name).hasSize(1).isEqualTo(values(attribute, ids(2)));
        }
    }

    @Test
    void noHiddenAreaIsTheDifferenceOfTwoThatAreShown() {
        List<String> open = decimals(Attribute::isPublic);
        for (String hidden : decimals(a -> !a.isPublic()))
            for (String whole : open)
                for (String part : open)
                    assertThat(ids(1))
                            .as(hidden + " = " + whole + " - " + part)
                            .anyMatch(id -> !isDifference(id, hidden, whole, part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kullanimAltTuru=individualResidence",
                "kullanimAltTuru=twoDwellings",
                "BO_konutBirimSayisi=1",
                "BO_konutBirimSayisi=2",
                "bagimsizBolumSayisi=1",
                "bagimsizBolumSayisi=2"
            })
    void noQuestionFindsIt(String question) {
        assertThat(city.json(HOUSES + "&" + question).path("numberReturned").asInt())
                .isZero();
        assertThat(JsonMapper.shared()
                        .readTree(city.admin(HOUSES + "&" + question).body())
                        .path("numberReturned")
                        .asInt())
                .isPositive();
    }

    @Test
    void whoAsksForHousesWithoutACountFindsThoseOfTwoAsWell() {
        String filter = URLEncoder.encode(DWELLINGS + " IS NULL", StandardCharsets.UTF_8);
        assertThat(byId(city.json(HOUSES + "&filter=" + filter)).keySet())
                .containsAll(ids(1))
                .containsAll(ids(2));
    }

    @Test
    void neitherPageNorTileNorPictureNamesItsUse() {
        double[] at = place();
        String box = (at[0] - 0.001) + "," + (at[1] - 0.001) + "," + (at[0] + 0.001) + "," + (at[1] + 0.001);
        String info = "/wms?REQUEST=GetFeatureInfo&VERSION=1.3.0&LAYERS=bina&QUERY_LAYERS=bina&CRS=CRS:84&BBOX=" + box
                + "&WIDTH=501&HEIGHT=501&I=250&J=250&FEATURE_COUNT=50&INFO_FORMAT=";
        String tile = "/WebMercatorQuad/15/" + tileAt(at);
        for (String path : List.of(
                HOUSES,
                HOUSES + "&f=html",
                HOUSES + "&sortby=kullanimAltTuru",
                "/ogc/collections/bina/items/" + ids(1).iterator().next() + "?f=html",
                "/ogc/collections/bina/tiles" + tile,
                "/ogc/tiles" + tile,
                info + "application/json",
                info + "text/html")) {
            byte[] answer = city.bytes(path, "Accept-Language", "tr").body();
            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .as(path)
                    .isNotEmpty()
                    .doesNotContain(TELLING);
        }
    }

    /** Longitude and latitude of such a house. */
    private double[] place() {
        return JdbcClient.create(city.owner())
                .sql("SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) p"
                        + " FROM working.bina WHERE konut_sayisi = 1 ORDER BY tucbs_no LIMIT 1) one")
                .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single();
    }

    /** Row and column of the tile of zoom 15. */
    private static String tileAt(double[] place) {
        double x = (1 + WorldGrid.easting(place[0]) / WorldGrid.HALF_WORLD) / 2;
        double y = (1 - WorldGrid.northing(place[1]) / WorldGrid.HALF_WORLD) / 2;
        return (int) (y * (1 << 15)) + "/" + (int) (x * (1 << 15));
    }

    private boolean isDifference(String id, String hidden, String whole, String part) {
        JsonNode open = house(shown, id);
        JsonNode told = house(known, id).path(hidden);
        double difference = open.path(whole).asDouble(0) - open.path(part).asDouble(0);
        return told.isNumber() && Math.abs(difference - told.asDouble()) < 0.02;
    }

    private Set<String> ids(int dwellings) {
        return ids(house -> house.path(DWELLINGS).asInt(-1) == dwellings);
    }

    private Set<String> idsOfOthers() {
        return ids(house -> house.path(DWELLINGS).asInt(-1) != 1);
    }

    private Set<String> ids(Predicate<JsonNode> wanted) {
        return known.entrySet().stream()
                .filter(house -> wanted.test(house.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> values(Attribute attribute, Set<String> ids) {
        return ids.stream().map(id -> value(attribute, id)).collect(Collectors.toSet());
    }

    private String value(Attribute attribute, String id) {
        return house(shown, id).path(attribute.name()).toString();
    }

    private static JsonNode house(Map<String, JsonNode> houses, String id) {
        return Objects.requireNonNull(houses.get(id));
    }

    private static List<String> decimals(Predicate<Attribute> wanted) {
        return attributes(wanted)
                .filter(a -> a.type() == AttributeType.DECIMAL)
                .map(Attribute::name)
                .toList();
    }

    private static Stream<Attribute> attributes(Predicate<Attribute> wanted) {
        return ServedCity.MODEL.attributesOf(ServedCity.MODEL.get("bina")).stream()
                .filter(wanted);
    }

    private static Map<String, JsonNode> byId(JsonNode page) {
        return page.path("features")
                .valueStream()
                .collect(Collectors.toMap(f -> f.path("id").asString(), f -> f.path("properties")));
    }
}
