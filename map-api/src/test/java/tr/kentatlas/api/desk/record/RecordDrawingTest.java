package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.api.desk.record.Answers.done;
import static tr.kentatlas.api.desk.record.Answers.refused;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Records that are drawn at the desk: new ones, and those that get another shape. */
class RecordDrawingTest {
    private static final String ALL = Answers.ALL;
    private static final String BUILDINGS = ALL + "/bina";
    private static final String REQUIRED =
            "\"kayitDurumu\":\"aktif\",\"yapiDurumDegeri\":\"functional\",\"yatayGeometriReferansDegeri\":\"footPrint\",\"referansGeometri\":true";

    private final DeskCity city = DeskCity.shared();
    private DeskClient editor = new DeskClient("");
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anEditorOpensABuildingNobodyTouched() {
        editor = city.signedIn(Role.EDITOR).speaking("tr");
        id = Answers.building(city);
    }

    @Test
    void aNewRecordHasItsShapeItsValuesAndTheDayItBegins() {
        HttpResponse<String> answer = editor.post(BUILDINGS, fresh(house(0), ",\"adi\":\"Yeni Ev\"", "ruhsat 12"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode made = done(answer);
        JsonNode state = made.path("state");
        assertThat(made.path("name").path("tr").asString()).isEqualTo("Yeni Ev");
        assertThat(state.path("version").asInt()).isEqualTo(1);
        assertThat(state.path("validFrom").asString()).isEqualTo("2026-10-31T21:00:00Z");
        assertThat(state.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
        assertThat(state.path("values").path("islemGerekcesi").asString()).isEqualTo("ruhsat 12");
        assertThat(made.path("versions").path(0).path("made").path("ofImport").asBoolean())
                .isFalse();
        assertThat(city.database()
                        .sql("SELECT olusturan = made_by FROM working.bina JOIN working.change_set USING (change_set)"
                                + " WHERE tucbs_no = ?::uuid")
                        .param(made.path("id").asString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(city.database()
                        .sql("SELECT ST_Area(geom) FROM working.bina WHERE tucbs_no = ?::uuid")
                        .param(made.path("id").asString())
                        .query(Double.class)
                        .single())
                .isCloseTo(100, Offset.offset(0.01));
    }

    @Test
    void aRecordOfATypeWithoutPlacesHasNone() {
        DeskClient numbering = city.signedIn(Role.NUMBERING).speaking("tr");
        String road = "{\"values\":{\"kayitDurumu\":\"aktif\",\"ad\":\"Yeni Sokak\"%s},%s\"reason\":\"meclis kararı\"}";
        String rest = requiredOf(numbering, "yol");
        JsonNode made = done(numbering.post(ALL + "/yol", road.formatted(rest, "")));
        assertThat(made.path("name").path("tr").asString()).isEqualTo("Yeni Sokak");
        assertThat(made.path("state").path("geometry").isNull()).isTrue();
        refused(
                numbering.post(ALL + "/yol", road.formatted(rest, "\"geometry\":" + point(32.9, 39.9) + ",")),
                422,
                "yeri yoktur");
    }

    @Test
    void whatIsMissingOfANewRecordIsToldAtItsField() {
        refused(
                editor.post(BUILDINGS, "{\"values\":{\"adi\":\"Ev\"},\"begin\":\"bugün\"}"),
                400,
                "values.yapiDurumDegeri",
                "values.kayitDurumu",
                "\"geometry\"",
                "\"begin\"",
                "\"reason\"");
        refused(editor.post(ALL + "/parsel", "{}"), 403, "Veri sorumlusu");
        refused(editor.get(ALL + "/parsel/shapes?west=1&south=1&east=2&north=2"), 403, "Veri sorumlusu");
        refused(city.signedIn(Role.VIEWER).post(BUILDINGS, "{}"), 403, "");
    }

    @Test
    void aShapeNoRecordCanHaveIsRefusedInWords() {
        refused(preview(ring(0, 0, 10, 10, 10, 0, 0, 10)), 422, "geometry", "kendisiyle kesişiyor");
        refused(preview(point(32.9, 39.9)), 422, "şekli alan olmalı");
        refused(preview("{\"type\":\"GeometryCollection\",\"geometries\":[" + house(0) + "]}"), 422, "alan olmalı");
        refused(
                preview("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"),
                422,
                "belediyenin alanı dışında");
        refused(preview("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[500,0],[500,500],[0,0]]]}"), 400, "geometry");
        refused(preview("{\"type\":\"Polygon\",\"coordinates\":[]}"), 400, "geometry");
        refused(preview("{\"type\":\"Polygon\",\"coordinates\":[[]]}"), 400, "geometry");
        refused(preview("{\"type\":\"Polygon\",\"coordinates\":[[[32,39],[33,39],[33,40]]]}"), 400, "geometry");
        refused(preview("null"), 400, "eksik");
        refused(preview("{\"type\":\"Point\",\"coordinates\":[1e999,39]}"), 400, "geometry");
        refused(preview("{\"type\":\"Point\",\"coordinates\":[NaN,39]}"), 400, "body");
        refused(preview(many(10_001)), 400, "10");
        refused(preview(many(100_000)), 413, "1 MB");
        refused(editor.post(ALL + "/yol_orta_hat/shape/preview", "{\"geometry\":" + house(0) + "}"), 422, "çizgi");
    }

    @Test
    void aShapeIsLookedAtBeforeItIsKept() {
        JsonNode shape = done(preview(house(5)));
        assertThat(shape.path("measure").asDouble()).isCloseTo(100, Offset.offset(0.01));
        assertThat(shape.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
    }

    @Test
    void aRecordGetsAnotherShapeAndKeepsTheCornersThatWereNotMoved() {
        double before = area();
        done(editor.call("PATCH", BUILDINGS + "/" + id, change(1, triangle())));
        assertThat(area()).isCloseTo(before / 2, Offset.offset(before * 0.01));
        assertThat(city.database()
                        .sql(
                                "SELECT bool_and(ST_Equals(n.p, o.p)) FROM (SELECT (ST_DumpPoints(geom)).geom AS p FROM working.bina"
                                        + " WHERE tucbs_no = :id) n LEFT JOIN (SELECT (ST_DumpPoints(geom)).geom AS p FROM working.bina_gecmis"
                                        + " WHERE tucbs_no = :id) o ON ST_DWithin(n.p, o.p, 0.01)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        HttpResponse<String> late = editor.call("PATCH", BUILDINGS + "/" + id, change(1, house(0)));
        refused(late, 409, "Siz 1. sürümü gördünüz");
        JsonNode both = JsonMapper.shared().readTree(late.body());
        assertThat(both.path("yours").path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(both.path("current").path("geometry").path("type").asString())
                .isEqualTo("MultiPolygon");
    }

    @Test
    void theCornersOfNeighboursAreToldInAPartOfTheMap() {
        String box = city.database()
                .sql(
                        "SELECT format('west=%s&south=%s&east=%s&north=%s', ST_XMin(g), ST_YMin(g), ST_XMax(g), ST_YMax(g))"
                                + " FROM (SELECT ST_Transform(geom, 4326) AS g FROM working.bina WHERE tucbs_no = ?) b")
                .param(id)
                .query(String.class)
                .single();
        JsonNode around = done(editor.get(BUILDINGS + "/shapes?" + box));
        assertThat(around.path(0).path("id").asString()).isEqualTo(id.toString());
        refused(editor.get(BUILDINGS + "/shapes?west=500&south=0&east=1&north=1"), 400, "west");
    }

    @Test
    void aPlaceOfTheCitysOwnCoordinatesIsFoundOnTheMap() {
        JsonNode place = done(editor.get(ALL + "/place?east=500000&north=4414000"));
        assertThat(place.path("lon").asDouble()).isCloseTo(33, Offset.offset(1e-6));
        assertThat(place.path("lat").asDouble()).isCloseTo(39.86, Offset.offset(0.01));
        refused(editor.get(ALL + "/place?east=NaN&north=1"), 400, "east");
        refused(editor.get(ALL + "/place?east=1e300&north=1e300"), 400, "east");
    }

    @Test
    void aNewRecordBeginsWithWhatMostOfItsTypeHave() {
        JsonNode usual = done(editor.get(ALL + "/types/bina/usual"));
        assertThat(usual.path("kayitDurumu").asString()).isEqualTo("aktif");
        assertThat(usual.path("yapiDurumDegeri").asString()).isNotEmpty();
        assertThat(usual.has("adi")).isFalse();
    }

    private HttpResponse<String> preview(String shape) {
        return editor.post(BUILDINGS + "/shape/preview", "{\"geometry\":" + shape + "}");
    }

    private static String fresh(String shape, String more, String reason) {
        return "{\"values\":{" + REQUIRED + more + "},\"begin\":\"2026-11-01\",\"geometry\":" + shape + ",\"reason\":\""
                + reason + "\"}";
    }

    /** What else a record of the type must have, as most of them do. */
    private static String requiredOf(DeskClient client, String type) {
        return done(client.get(ALL + "/types/" + type + "/usual"))
                .propertyStream()
                .filter(one -> !one.getKey().equals("kayitDurumu"))
                .map(one -> ",\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining());
    }

    private static String change(int version, String shape) {
        return "{\"version\":" + version + ",\"validFrom\":null,\"geometry\":" + shape + ",\"reason\":\"ölçüldü\"}";
    }

    private JsonNode state() {
        return done(editor.get(BUILDINGS + "/" + id)).path("state");
    }

    private double area() {
        return city.database()
                .sql("SELECT ST_Area(geom) FROM working.bina WHERE tucbs_no = ?")
                .param(id)
                .query(Double.class)
                .single();
    }

    /** The building without its last corner, as the desk told it. */
    private String triangle() {
        JsonNode ring = state().path("geometry").path("coordinates").path(0).path(0);
        String corners =
                IntStream.of(0, 1, 2, 0).mapToObj(i -> ring.path(i).toString()).collect(Collectors.joining(","));
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + corners + "]]}";
    }

    /** Ten by ten metres, so many metres beside the middle of the building. */
    private String house(double beside) {
        return ring(beside, beside, beside + 10, beside, beside + 10, beside + 10, beside, beside + 10);
    }

    /** A ring of corners in metres from the middle of the building. */
    private String ring(double... metres) {
        String corners = IntStream.range(0, metres.length / 2 + 1)
                .map(i -> i * 2 % metres.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%f %f", metres[i], metres[i + 1]))
                .collect(Collectors.joining(","));
        return city.database()
                .sql("SELECT ST_AsGeoJSON(ST_Transform(ST_Translate(ST_GeomFromText('POLYGON((" + corners
                        + "))', ST_SRID(geom)), ST_X(ST_Centroid(geom)), ST_Y(ST_Centroid(geom))), 4326), 9)"
                        + " FROM working.bina WHERE tucbs_no = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String point(double longitude, double latitude) {
        return "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
    }

    /** A line of that many corners. */
    private static String many(int corners) {
        return IntStream.range(0, corners)
                .mapToObj(i -> "[" + (32.9 + i / 1e6) + ",39.9]")
                .collect(Collectors.joining(",", "{\"type\":\"LineString\",\"coordinates\":[", "]}"));
    }
}
