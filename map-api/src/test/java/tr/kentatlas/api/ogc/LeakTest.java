package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;

/** What is not public does not exist for the public, by whichever door it is asked for. */
class LeakTest {
    private static final String UNITS = "bagimsiz_bolum";
    private final ServedCity city = ServedCity.shared();

    static Stream<FeatureType> publicTypes() {
        return ServedCity.MODEL.types().stream().filter(FeatureType::isPublic);
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void hiddenAttributesAreInNoDescriptionOrAnswer(FeatureType type) {
        String collection = "/ogc/collections/" + type.name();
        List<String> hidden = hidden(type);
        for (String path :
                List.of("/schema", "/queryables", "/items?limit=3", "?f=html", "/items?limit=3&f=html", "")) {
            HttpResponse<String> answer = city.get(collection + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            hidden.forEach(name -> assertThat(answer.body()).as(path).doesNotContainPattern(word(name)));
        }
        String tileJson =
                city.get(collection + "/tiles/WebMercatorQuad?f=tilejson").body();
        hidden.forEach(name -> assertThat(tileJson).doesNotContainPattern(word(name)));
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void hiddenAttributesAreAnsweredLikeOnesThatNeverWere(FeatureType type) {
        String items = "/ogc/collections/" + type.name() + "/items?limit=1&";
        for (Attribute attribute : ServedCity.MODEL.attributesOf(type)) {
            if (attribute.isPublic()) continue;
            for (String question :
                    List.of("%s=1", "sortby=%s", "sortby=-%s", "properties=%s", "filter=%s%%20IS%%20NULL")) {
                HttpResponse<String> asked = city.get(items + question.formatted(attribute.name()));
                HttpResponse<String> never = city.get(items + question.formatted("hicOlmadi"));
                assertThat(asked.statusCode()).isEqualTo(400);
                assertThat(asked.body()).isEqualTo(never.body().replace("hicOlmadi", attribute.name()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/items",
                "/items/00000000-0000-0000-0000-000000000000",
                "/schema",
                "/queryables",
                "/tiles",
                "/tiles/WebMercatorQuad",
                "/tiles/WebMercatorQuad?f=tilejson",
                "/tiles/WebMercatorQuad/14/6100/9700",
                "?f=html",
                "/items?f=html"
            })
    void buildingUnitsAreNotThere(String path) {
        HttpResponse<String> units = city.get("/ogc/collections/" + UNITS + path);
        HttpResponse<String> never = city.get("/ogc/collections/hic_olmadi" + path);
        assertThat(units.statusCode()).isEqualTo(404);
        assertThat(units.body()).isEqualTo(never.body().replace("hic_olmadi", UNITS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/api",
                "/ogc/api?f=html",
                "/ogc/collections",
                "/ogc/collections?f=html",
                "/ogc?f=html",
                "/ogc/styles/kent",
                "/ogc/tiles/WebMercatorQuad?f=tilejson"
            })
    void noDocumentNamesBuildingUnitsOrHiddenAttributes(String path) {
        HttpResponse<String> answer = city.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(UNITS);
        for (String name : List.of("binaKimlikNo", "YO_yapiMaliyeti", "maksKimlikNo", "olusturan", "degistiren")) {
            assertThat(answer.body()).doesNotContainPattern(word(name));
        }
    }

    @Test
    void tilesCarryNoHiddenAttribute() {
        byte[] open = tile();
        byte[] named = tile("Authorization", "Bearer " + ServedCity.ADMIN_KEY);
        assertThat(text(open))
                .contains("zeminUstuKatSayisi")
                .doesNotContain("binaKimlikNo", "YO_yapiMaliyeti", "olusturan");
        assertThat(text(named)).contains("zeminUstuKatSayisi", "binaKimlikNo", "olusturan");
    }

    @Test
    void theAdministratorSeesEverythingAndNoSharedCacheKeepsIt() {
        for (String path : List.of(
                "/ogc/collections/" + UNITS,
                "/ogc/collections/" + UNITS + "/items?limit=1",
                "/ogc/collections/bina/schema",
                "/ogc/api",
                "/ogc/collections/bina/items?limit=1&sortby=binaKimlikNo")) {
            HttpResponse<String> answer = city.admin(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(c -> c.contains("private"));
        }
        assertThat(city.admin("/ogc/collections/bina/schema").body()).contains("binaKimlikNo", "YO_yapiMaliyeti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer falsch", "Bearer ", "Basic YTpi", "falsch"})
    void aWrongKeyIsRefusedEverywhere(String key) {
        for (String path : List.of(
                "/ogc/collections",
                "/ogc/collections/bina/items",
                "/ogc/collections/bina/tiles/WebMercatorQuad/14/6100/9700",
                "/ogc/api")) {
            assertThat(city.get(path, "Authorization", key).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void aCursorOfTheAdministratorShowsThePublicNothingMore() {
        JsonNode page = read(city.admin("/ogc/collections/bina/items?limit=1"));
        String next = page.path("links")
                .valueStream()
                .filter(l -> l.path("rel").asString().equals("next"))
                .map(l -> l.path("href").asString())
                .findFirst()
                .orElseThrow();
        assertThat(city.get(next).body()).doesNotContainPattern(word("binaKimlikNo"));
    }

    @Test
    void aFilterCannotReachOtherTablesOrFunctions() {
        for (String filter : List.of(
                "adi='x' OR pg_sleep(5) IS NULL",
                "version()='x'",
                "current_user='kent_acik'",
                "adi='x'; DROP TABLE x",
                "adi = (SELECT 1)",
                "\"yayin_1.bina\".olusturan='x'",
                "tucbs_no IS NULL",
                "geom IS NULL",
                "gbox IS NULL")) {
            String question = "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
            assertThat(city.get("/ogc/collections/bina/items?" + question).statusCode())
                    .as(filter)
                    .isEqualTo(400);
        }
    }

    private byte[] tile(String... headers) {
        double[] place = Objects.requireNonNull(JdbcClient.create(city.owner())
                .sql("SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) p"
                        + " FROM working.bina ORDER BY tucbs_no LIMIT 1) one")
                .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single());
        int size = 1 << 15;
        int x = (int) ((place[0] + 180) / 360 * size);
        double latitude = Math.toRadians(place[1]);
        int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * size);
        return city.bytes("/ogc/collections/bina/tiles/WebMercatorQuad/15/" + y + "/" + x, headers)
                .body();
    }

    /** Names of attributes stand in a tile as they are (MVT 4.1). */
    private static String text(byte[] tile) {
        return new String(tile, StandardCharsets.ISO_8859_1);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> hidden(FeatureType type) {
        return ServedCity.MODEL.attributesOf(type).stream()
                .filter(a -> !a.isPublic())
                .map(Attribute::name)
                .toList();
    }

    private static String word(String name) {
        return "(?<![A-Za-z0-9_])" + name + "(?![A-Za-z0-9_])";
    }
}
