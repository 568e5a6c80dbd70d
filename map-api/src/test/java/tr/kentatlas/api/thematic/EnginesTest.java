package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.MixedShapes;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.render.sld.SldSheet;

/** Whatever a map is of, areas, lines, points or all three, picture, style sheet and browser's style colour a feature as its class in SQL is. */
class EnginesTest {
    /** What a filter leaves out. */
    private static final String OUT = "out";

    private static final String BARE = "#ffffff";
    private static final double SCALE = 2000;

    private static final DeskCity CITY = MixedShapes.city();
    private static final DeskClient PLANNER = CITY.signedIn(Role.PLANNER);

    /** A map, and its value in SQL. */
    enum Theme {
        AREAS("bina", "\"value\":\"zeminUstuKatSayisi\",\"classes\":4", "kat_ustu::text"),
        CODED_AREAS("bina", "\"value\":\"yapiDurumDegeri\",\"method\":\"categories\"", "yapi_durum"),
        SOME_AREAS(
                "bina",
                "\"value\":\"zeminUstuKatSayisi\",\"filter\":\"zeminUstuKatSayisi > 2\"",
                "CASE WHEN kat_ustu > 2 THEN kat_ustu::text ELSE 'out' END"),
        DATED_AREAS("bina", "\"value\":\"yapiTamamlanmaTarihi\"", "EXTRACT(YEAR FROM tamamlanma)::text"),
        DATED_AREAS_ONLY(
                "bina", "\"value\":\"yapiTamamlanmaTarihi\",\"noData\":null", "EXTRACT(YEAR FROM tamamlanma)::text"),
        LINES("yol_orta_hat", "\"value\":\"islevselSinif\",\"method\":\"categories\"", "islevsel_sinif"),
        POINTS("numarataj", "\"value\":\"numaratajTipi\",\"method\":\"categories\"", "tip"),
        MIXED("akarsu", "\"value\":\"kalicilik\",\"method\":\"categories\"", "kalicilik");

        private final String type;
        private final String definition;
        private final String value;

        Theme(String type, String definition, String value) {
            this.type = type;
            this.definition = "{\"type\":\"" + type + "\"," + definition + "}";
            this.value = value;
        }
    }

    /** A place in EPSG:3857 where one feature is and no other, with its dimension and value. */
    private record Sample(
            double x, double y, int dimension, @Nullable String value) {}

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyEngineGivesEveryClassItsColour(Theme theme) throws Exception {
        String id = published(theme);
        JsonNode map = PLANNER.json("/api/thematic/" + id);
        JsonNode legend = map.path("legend");
        SldSheet sheet =
                SldSheet.read(PLANNER.get("/api/thematic/" + id + "/sld").body());
        Set<String> met = new HashSet<>();
        Set<Integer> dimensions = new HashSet<>();
        for (Sample sample : samples(theme)) {
            String expected = colour(legend, sample.value());
            assertTold(id, sample, legend, !expected.equals(BARE));
            assertThat(picture(id, sample)).as("%s %s", theme, sample).isEqualTo(expected);
            if (!OUT.equals(sample.value())) {
                Integer number = number(legend, sample.value());
                assertThat(inSheet(sheet, number, sample.dimension()))
                        .as("%s %s", theme, sample)
                        .isEqualTo(expected);
                assertThat(inBrowser(map.path("style"), number, sample.dimension()))
                        .as("%s %s", theme, sample)
                        .isEqualTo(expected);
            }
            met.add(expected);
            dimensions.add(sample.dimension());
        }
        for (JsonNode entry : legend.path("classes"))
            assertThat(met).contains(entry.path("colour").asString());
        if (legend.path("noData").path("count").asLong() > 0)
            assertThat(met).contains(legend.path("noData").path("colour").asString());
        if (theme == Theme.MIXED) assertThat(dimensions).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aClickTellsTheNumberAndItsClassBeforeAllElse() {
        String id = published(Theme.DATED_AREAS);
        Sample sample = samples(Theme.DATED_AREAS).stream()
                .filter(one -> one.value() != null)
                .findFirst()
                .orElseThrow();
        String told = PLANNER.get(wms("GetFeatureInfo", id, sample) + "&QUERY_LAYERS=theme:" + id)
                .body();
        assertThat(told.lines().toList().get(1)).isEqualTo("  Binalar: Tamamlanma tarihi (yıl) = " + sample.value());
        assertThat(told.lines().toList().get(2)).startsWith("  Sınıf = ");
    }

    /** Three of each value and dimension. */
    private static List<Sample> samples(Theme theme) {
        String table = table(theme.type);
        String places = "SELECT sira, " + theme.value + " AS value, ST_Dimension(geom) AS d, CASE ST_Dimension(geom)"
                + " WHEN 2 THEN ST_PointOnSurface(ST_Buffer(geom, -2)) WHEN 1 THEN ST_LineInterpolatePoint(geom, 0.4)"
                + " ELSE geom END AS p FROM " + table;
        String alone = "SELECT *, row_number() OVER (PARTITION BY value, d ORDER BY sira) AS n FROM (" + places
                + ") AS places WHERE NOT ST_IsEmpty(p) AND NOT EXISTS (SELECT 1 FROM " + table
                + " AS o WHERE o.sira <> places.sira AND ST_DWithin(o.geom, p, 1.5))";
        return CITY.database()
                .sql("SELECT value, d, ST_X(ST_Transform(p, 3857)) AS x, ST_Y(ST_Transform(p, 3857)) AS y FROM ("
                        + alone + ") AS alone WHERE n <= 3")
                .query((row, i) ->
                        new Sample(row.getDouble("x"), row.getDouble("y"), row.getInt("d"), row.getString("value")))
                .list();
    }

    private static String table(String type) {
        return CITY.database()
                .sql("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname LIKE 'yayin\\_%'"
                        + " AND tablename = ? ORDER BY substring(schemaname FROM '[0-9]+')::int DESC LIMIT 1")
                .param(type)
                .query(String.class)
                .single();
    }

    private static String colour(JsonNode legend, @Nullable String value) {
        if (OUT.equals(value)) return BARE;
        Integer number = number(legend, value);
        JsonNode entry =
                number == null ? legend.path("noData") : legend.path("classes").get(number);
        return entry.path("colour").asString(BARE);
    }

    private static @Nullable Integer number(JsonNode legend, @Nullable String value) {
        if (value == null) return null;
        JsonNode classes = legend.path("classes");
        for (int i = 0; i < classes.size(); i++) {
            JsonNode entry = classes.get(i);
            boolean isIn = entry.path("to").isNumber()
                    ? Double.parseDouble(value) <= entry.path("to").doubleValue()
                    : !entry.path("code").isString()
                            || entry.path("code").asString().equals(value);
            if (isIn) return i;
        }
        throw new AssertionError("no class for " + value);
    }

    /** A click tells the class of what is drawn, and nothing of what is not. */
    private static void assertTold(String id, Sample at, JsonNode legend, boolean isDrawn) {
        JsonNode told = PLANNER.json(
                        wms("GetFeatureInfo", id, at) + "&INFO_FORMAT=application/json&QUERY_LAYERS=theme:" + id)
                .path("features");
        assertThat(told.size()).as(at.toString()).isEqualTo(isDrawn ? 1 : 0);
        if (!isDrawn) return;
        JsonNode properties = told.get(0).path("properties");
        Integer number = number(legend, at.value());
        JsonNode entry =
                number == null ? legend.path("noData") : legend.path("classes").get(number);
        assertThat(properties.path("sinif").isMissingNode()).isEqualTo(number == null);
        assertThat(properties.path("sinif").asInt(0)).isEqualTo(number == null ? 0 : number);
        assertThat(properties.path("sinifAdi").asString())
                .isEqualTo(entry.path("label").path("tr").asString());
        if (at.value() != null && entry.path("to").isNumber())
            assertThat(properties.path("deger").doubleValue()).isEqualTo(Double.parseDouble(at.value()));
    }

    private static String wms(String request, String id, Sample at) {
        String box = (at.x() - 0.9) + "," + (at.y() - 0.9) + "," + (at.x() + 0.9) + "," + (at.y() + 0.9);
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=" + request + "&LAYERS=theme:" + id
                + "&STYLES=&CRS=EPSG:3857&FORMAT=image/png&WIDTH=9&HEIGHT=9&I=4&J=4&LANGUAGE=tr&BBOX=" + box;
    }

    private static String picture(String id, Sample at) throws IOException {
        byte[] png = PLANNER.bytes(wms("GetMap", id, at)).body();
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        return String.format(Locale.ROOT, "#%06x", image.getRGB(4, 4) & 0xffffff);
    }

    /** What one symbolizer of the geometry's own kind paints; nothing where no rule is for the feature. */
    private static String inSheet(SldSheet sheet, @Nullable Integer number, int dimension) {
        List<Element> rules = sheet.rules(number, dimension, SCALE);
        if (rules.isEmpty()) return BARE;
        String symbolizer = List.of("PointSymbolizer", "LineSymbolizer", "PolygonSymbolizer")
                .get(dimension);
        assertThat(rules).hasSize(1);
        assertThat(SldSheet.below(rules.getFirst(), symbolizer)).hasSize(1);
        return SldSheet.parameter(rules.getFirst(), dimension == 1 ? "stroke" : "fill");
    }

    /** What the layer of the geometry's own kind paints inside. */
    private static String inBrowser(JsonNode style, @Nullable Integer number, int dimension) {
        String kind = List.of("circle", "line", "fill").get(dimension);
        String geometry = List.of("Point", "LineString", "Polygon").get(dimension);
        JsonNode layer = style.path("layers")
                .valueStream()
                .filter(one -> one.path("type").asString().equals(kind)
                        && one.path("filter").get(1).get(2).asString().equals(geometry))
                .findFirst()
                .orElseThrow();
        boolean onlyClassed = layer.path("filter").size() > 2;
        if (number == null && onlyClassed) return BARE;
        JsonNode match = layer.path("paint").path(kind + "-color");
        for (int i = 2; i + 1 < match.size(); i += 2)
            if (number != null && match.get(i).asInt() == number)
                return match.get(i + 1).asString();
        return match.get(match.size() - 1).asString();
    }

    private static String published(Theme theme) {
        String made = PLANNER.post("/api/desk/thematic", theme.definition).body();
        String id = JsonMapper.shared().readTree(made).path("id").asString();
        var answer = PLANNER.post(
                "/api/desk/thematic/" + id + "/state",
                "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id;
    }
}
