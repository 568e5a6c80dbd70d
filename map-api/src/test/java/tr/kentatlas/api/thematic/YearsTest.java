package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Days and instants are mapped by their year; table, legend, style sheet, browser's style and picture agree on it. */
class YearsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String COMPLETED =
            "{\"type\":\"bina\",\"value\":\"yapiTamamlanmaTarihi\",\"method\":\"quantile\",\"classes\":4}";

    private final DeskClient planner = CITY.signedIn(Role.PLANNER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "natural-breaks",
                "quantile",
                "equal-interval",
                "standard-deviation",
                "geometric",
                "pretty",
                "head-tail"
            })
    void everyMethodCountsWhatTheTableHolds(String method) {
        JsonNode legend = preview(COMPLETED.replace("quantile", method)).path("legend");
        assertThat(legend.path("classes").size()).isGreaterThan(1);
        for (int i = 0; i < legend.path("classes").size(); i++) {
            JsonNode entry = legend.path("classes").get(i);
            assertThat(entry.path("count").asLong())
                    .as(entry.toString())
                    .isEqualTo(count(i == 0 ? ">=" : ">", entry.path("from"), entry.path("to")));
        }
    }

    @Test
    void theLegendTellsYears() {
        JsonNode legend = preview(COMPLETED).path("legend");
        assertThat(legend.path("years").asBoolean()).isTrue();
        assertThat(legend.path("title").path("tr").asString()).isEqualTo("Binalar: Tamamlanma tarihi (yıl)");
        assertThat(legend.path("about").path("en").asString()).startsWith("Completed (year)");
        for (JsonNode entry : legend.path("classes")) {
            assertThat(entry.path("label").path("tr").asString()).matches("\\d{4}( – \\d{4})?");
        }
    }

    @Test
    void everyEngineDrawsTheYearOfTheTable() throws IOException {
        String id = published();
        JsonNode answer = JsonMapper.builder()
                .build()
                .readTree(planner.get("/api/thematic/" + id).body());
        JsonNode classes = answer.path("legend").path("classes");
        String style = answer.path("style").toString();
        String sld = planner.get("/api/thematic/" + id + "/sld").body();
        for (JsonNode entry : classes) {
            assertThat(style).contains(entry.path("colour").asString());
            assertThat(sld).contains(entry.path("colour").asString());
        }
        List<Inside> insides = insides();
        for (Inside at : insides) {
            assertThat(colour(id, at)).as("completed in %s", at.year()).isEqualTo(expected(classes, at.year()));
        }
        assertThat(insides).hasSizeGreaterThan(20);
    }

    @Test
    void anInstantHasTheYearOfTheCitysOwnTime() {
        JsonNode classes = preview("{\"type\":\"bina\",\"value\":\"surumBaslangicZamani\"}")
                .path("legend")
                .path("classes");
        String year = CITY.database()
                .sql("SELECT DISTINCT EXTRACT(YEAR FROM surum_baslangic AT TIME ZONE 'Europe/Istanbul')::text FROM "
                        + buildings())
                .query(String.class)
                .single();
        assertThat(classes.get(0).path("label").path("en").asString()).isEqualTo(year);
    }

    @Test
    void yearsAreNeitherDividedNorDivisors() {
        assertThat(refused(COMPLETED.replace("{", "{\"normaliser\":\"area-ha\",")))
                .contains("years cannot be divided");
        assertThat(refused(
                        "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"normaliser\":\"yapiTamamlanmaTarihi\"}"))
                .contains("normaliser");
    }

    @Test
    void theEditorOffersThem() {
        for (JsonNode type : planner.json("/api/desk/thematic/types")) {
            if (!type.path("name").asString().equals("bina")) continue;
            assertThat(type.path("fields")
                            .valueStream()
                            .filter(one -> one.path("kind").asString().equals("year"))
                            .map(one -> one.path("name").asString()))
                    .contains("yapiTamamlanmaTarihi", "gecerlilikBaslangici");
        }
    }

    private static long count(String least, JsonNode from, JsonNode to) {
        return CITY.database()
                .sql("SELECT count(*) FROM " + buildings() + " WHERE EXTRACT(YEAR FROM tamamlanma) " + least
                        + " ? AND EXTRACT(YEAR FROM tamamlanma) <= ?")
                .params(from.doubleValue(), to.doubleValue())
                .query(Long.class)
                .single();
    }

    private String colour(String id, Inside at) throws IOException {
        String box = (at.x() - 0.9) + "," + (at.y() - 0.9) + "," + (at.x() + 0.9) + "," + (at.y() + 0.9);
        byte[] png = planner.bytes("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=theme:" + id
                        + "&STYLES=&CRS=EPSG:3857&FORMAT=image/png&WIDTH=9&HEIGHT=9&BBOX=" + box)
                .body();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return String.format(Locale.ROOT, "#%06x", image.getRGB(4, 4) & 0xffffff);
    }

    private static String expected(JsonNode classes, int year) {
        return classes.valueStream()
                .filter(entry -> year <= entry.path("to").doubleValue())
                .findFirst()
                .orElseThrow()
                .path("colour")
                .asString();
    }

    /** A place in EPSG:3857 and the year the building there was completed in. */
    private record Inside(double x, double y, int year) {}

    private static List<Inside> insides() {
        return CITY.database()
                .sql("SELECT year, ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT EXTRACT(YEAR FROM tamamlanma)::int AS year,"
                        + " ST_Transform(ST_PointOnSurface(ST_Buffer(geom, -3)), 3857) AS p FROM " + buildings() + " b"
                        + " WHERE tamamlanma IS NOT NULL AND NOT ST_IsEmpty(ST_Buffer(geom, -3)) AND NOT EXISTS"
                        + " (SELECT 1 FROM " + buildings()
                        + " o WHERE o.sira <> b.sira AND ST_DWithin(o.geom, b.geom, 0.1)) LIMIT 40) AS inside")
                .query((row, n) -> new Inside(row.getDouble("x"), row.getDouble("y"), row.getInt("year")))
                .list();
    }

    private static String buildings() {
        Long snapshot = CITY.database()
                .sql("SELECT max(snapshot_id) FROM release.snapshot WHERE theme = 'bina'")
                .query(Long.class)
                .single();
        return "yayin_" + snapshot + ".bina";
    }

    private JsonNode preview(String map) {
        return planner.json(address(map));
    }

    private String refused(String map) {
        var answer = planner.get(address(map));
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private static String address(String map) {
        return "/api/desk/thematic/preview?map=" + URLEncoder.encode(map, StandardCharsets.UTF_8);
    }

    private String published() {
        String made = planner.post("/api/desk/thematic", COMPLETED).body();
        String id = JsonMapper.shared().readTree(made).path("id").asString();
        var answer = planner.post(
                "/api/desk/thematic/" + id + "/state",
                "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id;
    }
}
