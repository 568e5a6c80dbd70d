package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Definitions, legends, drawings and publication, over real HTTP on the small city. */
class ThematicTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String FLOORS =
            "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"natural-breaks\",\"classes\":5,"
                    + "\"title\":{\"tr\":\"Kat sayısı ığüşöçİ\",\"en\":\"Floors\"}}";

    private final DeskClient planner = CITY.signedIn(Role.PLANNER);

    @Test
    void theLegendCountsWhatTheTableHolds() {
        JsonNode legend = preview(FLOORS).path("legend");
        long shown = legend.path("noData").path("count").asLong();
        for (int i = 0; i < legend.path("classes").size(); i++) {
            JsonNode entry = legend.path("classes").get(i);
            boolean first = i == 0;
            long expected = CITY.database()
                    .sql("SELECT count(*) FROM " + buildings() + " WHERE kat_ustu " + (first ? ">=" : ">")
                            + " ? AND kat_ustu <= ?")
                    .params(entry.path("from").doubleValue(), entry.path("to").doubleValue())
                    .query(Long.class)
                    .single();
            assertThat(entry.path("count").asLong()).as(entry.toString()).isEqualTo(expected);
            shown += expected;
        }
        assertThat(shown).isEqualTo(rows()).isEqualTo(legend.path("total").asLong());
    }

    @Test
    void pixelsLegendAndTableAgreeOnEveryClass() throws IOException {
        String id = published(FLOORS);
        JsonNode legend = preview(FLOORS).path("legend");
        int checked = 0;
        for (Inside at : insides()) {
            double x = at.x();
            double y = at.y();
            String expected = colour(legend, at.floors());
            BufferedImage image = image("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=theme:" + id
                    + "&STYLES=&CRS=EPSG:3857&FORMAT=image/png&WIDTH=9&HEIGHT=9&BBOX="
                    + (x - 0.9) + "," + (y - 0.9) + "," + (x + 0.9) + "," + (y + 0.9));
            assertThat(String.format(Locale.ROOT, "#%06x", image.getRGB(4, 4) & 0xffffff))
                    .as("building with %s floors", at.floors())
                    .isEqualTo(expected);
            checked++;
        }
        assertThat(checked).isGreaterThan(20);
    }

    @Test
    void theStyleSheetIsXmlWithOneRuleForEachClass() throws Exception {
        String id = published(FLOORS);
        JsonNode legend = preview(FLOORS).path("legend");
        assertThat(root(get("/api/thematic/" + id + "/sld").body())
                        .getElementsByTagNameNS("http://www.opengis.net/sld", "Rule")
                        .getLength())
                .isEqualTo(legend.path("classes").size() + 1);
    }

    @Test
    void allFaultsOfADefinitionAreToldTogether() {
        HttpResponse<String> answer = planner.post(
                "/api/desk/thematic",
                "{\"type\":\"bina\",\"value\":\"yok+1\",\"method\":\"best\",\"classes\":99,\"palette\":\"Pink\",\"x\":1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"x\"", "method", "classes", "palette");
    }

    @Test
    void aTitleWithSignsThatXmlCannotCarrySpoilsNoCapabilities() throws Exception {
        String id = published(FLOORS.replace("Kat sayısı", "Kat\\u0001sayısı"));
        for (String address : List.of("/api/thematic/" + id + "/sld", "/wms?REQUEST=GetCapabilities&VERSION=1.3.0")) {
            assertThat(root(get(address).body())).as(address).isNotNull();
        }
        CITY.database()
                .sql("DELETE FROM thematic.map WHERE map_id = ?")
                .param(id)
                .update();
    }

    /** What was published may be hidden by a later release. */
    @Test
    void aVisitorSeesNoMapOfAHiddenFieldAndIsNotToldOfIt() {
        String id = made("{\"type\":\"bina\",\"value\":\"BO_isyeriSayisi\"}");
        CITY.database()
                .sql("UPDATE thematic.map SET state = 'shared' WHERE map_id = ?")
                .param(id)
                .update();
        HttpResponse<String> answer = get("/api/thematic/" + id);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("isyeri");
        assertThat(get("/wms?REQUEST=GetCapabilities&VERSION=1.3.0").body()).doesNotContain(id);
    }

    @Test
    void aPrivateMapIsNotThereUntilItIsShared() {
        String id =
                planner.call("POST", "/api/desk/thematic", FLOORS).body().replaceAll("(?s).*\"id\":\"(\\w+)\".*", "$1");
        assertThat(get("/api/thematic/" + id).statusCode()).isEqualTo(404);
        planner.post("/api/desk/thematic/" + id + "/state", "{\"state\":\"shared\"}");
        assertThat(get("/api/thematic/" + id).statusCode()).isEqualTo(200);
        assertThat(planner.post("/api/desk/thematic/" + id + "/state", "{\"state\":\"published\"}")
                        .body())
                .contains("decisionNo", "decisionDate");
        assertThat(planner.call("DELETE", "/api/desk/thematic/" + id, "{}").statusCode())
                .isEqualTo(204);
        assertThat(get("/api/thematic/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aViewerMakesNoMaps() {
        assertThat(CITY.signedIn(Role.VIEWER).post("/api/desk/thematic", FLOORS).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/desk/thematic").statusCode()).isEqualTo(401);
    }

    @Test
    void categoriesAreNamedByTheirCodeLists() {
        JsonNode legend = preview("{\"type\":\"bina\",\"value\":\"yapiDurumDegeri\",\"method\":\"categories\"}")
                .path("legend");
        long shown = legend.path("noData").path("count").asLong();
        for (JsonNode entry : legend.path("classes"))
            shown += entry.path("count").asLong();
        assertThat(shown).isEqualTo(rows());
        assertThat(legend.path("classes").get(0).path("label").path("tr").asString())
                .isNotEmpty();
    }

    @Test
    void expressionsAndAreasNormaliseTheValue() {
        JsonNode legend = preview(
                        "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi * 3\",\"normaliser\":\"area-ha\",\"method\":\"quantile\","
                                + "\"filter\":\"zeminUstuKatSayisi > 2\"}")
                .path("legend");
        assertThat(legend.path("classes").size()).isEqualTo(5);
        assertThat(legend.path("histogram").path("bins").size()).isGreaterThan(10);
    }

    @Test
    void everyBarOfTheHistogramTellsWhatItHoldsOfEachClass() {
        JsonNode legend = preview(
                        "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"manual\",\"breaks\":[1,4]}")
                .path("legend");
        JsonNode histogram = legend.path("histogram");
        long[] counts = new long[legend.path("classes").size()];
        for (int bin = 0; bin < histogram.path("bins").size(); bin++) {
            long height = 0;
            for (int i = 0; i < counts.length; i++) {
                long part = histogram.path("classes").get(bin).get(i).longValue();
                counts[i] += part;
                height += part;
            }
            assertThat(height).isEqualTo(histogram.path("bins").get(bin).longValue());
        }
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i])
                    .isEqualTo(legend.path("classes").get(i).path("count").longValue());
        }
        assertThat(histogram.path("classes").get(0).get(0).longValue())
                .as("a limit at the smallest value lies in the first bar, whose values are all of the class below it")
                .isEqualTo(histogram.path("bins").get(0).longValue())
                .isPositive();
    }

    @Test
    void everyWholeNumberHasABarOfItsOwn() {
        JsonNode histogram = preview(FLOORS).path("legend").path("histogram");
        double from = histogram.path("from").doubleValue();
        assertThat(histogram.path("step").longValue()).isOne();
        assertThat(histogram.path("bins").size())
                .isEqualTo((int) (histogram.path("to").doubleValue() - from + 1));
        long least = CITY.database()
                .sql("SELECT count(*) FROM " + buildings() + " WHERE kat_ustu = :least")
                .param("least", (int) from)
                .query(Long.class)
                .single();
        assertThat(histogram.path("bins").get(0).longValue()).isEqualTo(least);
    }

    private static String colour(JsonNode legend, int floors) {
        for (JsonNode entry : legend.path("classes")) {
            if (floors <= entry.path("to").doubleValue())
                return entry.path("colour").asString();
        }
        throw new AssertionError("no class for " + floors);
    }

    /** A place in EPSG:3857 and the floors of the building there. */
    private record Inside(double x, double y, int floors) {}

    /** Points well inside buildings, so that no edge mixes into their pixel. */
    private List<Inside> insides() {
        return CITY.database()
                .sql("SELECT kat_ustu AS floors, ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT kat_ustu,"
                        + " ST_Transform(ST_PointOnSurface(ST_Buffer(geom, -3)), 3857) AS p FROM " + buildings() + " b"
                        + " WHERE kat_ustu IS NOT NULL AND NOT ST_IsEmpty(ST_Buffer(geom, -3)) AND NOT EXISTS"
                        + " (SELECT 1 FROM " + buildings()
                        + " o WHERE o.sira <> b.sira AND ST_DWithin(o.geom, b.geom, 0.1))"
                        + " LIMIT 40) AS inside")
                .query((row, n) -> new Inside(row.getDouble("x"), row.getDouble("y"), row.getInt("floors")))
                .list();
    }

    private static String buildings() {
        Long snapshot = CITY.database()
                .sql("SELECT max(snapshot_id) FROM release.snapshot WHERE theme = 'bina'")
                .query(Long.class)
                .single();
        return "yayin_" + snapshot + ".bina";
    }

    private static Element root(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private long rows() {
        return CITY.database()
                .sql("SELECT count(*) FROM " + buildings())
                .query(Long.class)
                .single();
    }

    private JsonNode preview(String map) {
        return planner.json("/api/desk/thematic/preview?map=" + URLEncoder.encode(map, StandardCharsets.UTF_8));
    }

    private String published(String map) {
        String id = made(map);
        HttpResponse<String> answer = planner.post(
                "/api/desk/thematic/" + id + "/state",
                "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id;
    }

    private String made(String map) {
        HttpResponse<String> made = planner.post("/api/desk/thematic", map);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).path("id").asString();
    }

    private static BufferedImage image(String path) throws IOException {
        HttpResponse<byte[]> answer = send(path, HttpResponse.BodyHandlers.ofByteArray());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image).as(new String(answer.body(), StandardCharsets.UTF_8)).isNotNull();
        return image;
    }

    private static HttpResponse<String> get(String path) {
        return send(path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> handler) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(CITY.url() + path)).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
