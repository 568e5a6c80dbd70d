package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.api.desk.record.Answers.done;
import static tr.kentatlas.api.desk.record.Answers.refused;

import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Single records of the working data at the desk: split and merged. */
class RecordSuccessionTest {
    private static final String ALL = Answers.ALL;
    private static final String BUILDINGS = ALL + "/bina";

    private final DeskCity city = DeskCity.shared();
    private DeskClient editor = new DeskClient("");
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anEditorOpensABuildingNobodyTouched() {
        editor = city.signedIn(Role.EDITOR).speaking("tr");
        id = Answers.building(city);
    }

    @Test
    void aBuildingIsCutByALineAndMadeWholeAgainAndItsLineageTells() {
        String cut = "{\"version\":1,\"blade\":" + blade(500) + "}";
        JsonNode shapes = done(editor.post(BUILDINGS + "/" + id + "/split/preview", cut));
        assertThat(shapes).hasSize(2);
        assertThat(shapes.path(0).path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
        refused(
                editor.post(BUILDINGS + "/" + id + "/split/preview", cut.replace(blade(500), blade(0.2))),
                422,
                "bölünmüyor");
        JsonNode parts = done(editor.post(BUILDINGS + "/" + id + "/split", reasoned(cut, "iki ayrı bina")));
        JsonNode old = record();
        assertThat(old.path("state").isNull()).isTrue();
        assertThat(old.path("kin"))
                .hasSize(2)
                .allMatch(kin -> kin.path("isLater").asBoolean());
        assertThat(old.path("versions").path(0).path("ended").path("reason").asString())
                .isEqualTo("iki ayrı bina");
        refused(editor.post(BUILDINGS + "/" + id + "/split", reasoned(cut, "yeniden")), 409, "sona erdirdi");
        String both = "{\"records\":[" + version(parts.path(0)) + "," + version(parts.path(1)) + "]}";
        JsonNode near = done(editor.get(BUILDINGS + "/" + parts.path(0).asString() + "/neighbours"));
        assertThat(near).anyMatch(one -> one.path("id").equals(parts.path(1)));
        JsonNode whole = done(editor.post(BUILDINGS + "/merge/preview", both));
        assertThat(whole.path("measure").asDouble()).isCloseTo(area(shapes), Offset.offset(0.01));
        UUID made = UUID.fromString(done(editor.post(BUILDINGS + "/merge", reasoned(both, "tek bina")))
                .asString());
        id = made;
        JsonNode merged = record();
        assertThat(merged.path("state").path("values").path("islemGerekcesi").asString())
                .isEqualTo("tek bina");
        assertThat(merged.path("state").path("values").path("binaKimlikNo").isNull())
                .isTrue();
        assertThat(merged.path("kin"))
                .hasSize(2)
                .noneMatch(kin -> kin.path("isLater").asBoolean());
    }

    @Test
    void aLineIsCutNearAPointAndItsPartsMeetAgain() {
        String lines = ALL + "/yol_orta_hat";
        List<String> line = city.database()
                .sql(
                        "SELECT tucbs_no::text, ST_AsGeoJSON(ST_Transform(ST_Translate(ST_LineInterpolatePoint(geom, 0.25), 1, 1), 4326), 9),"
                                + " ST_Length(geom)::text FROM working.yol_orta_hat WHERE surum_no = 1 ORDER BY ST_Length(geom) DESC LIMIT 1")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
        String cut = "{\"version\":1,\"blade\":" + line.get(1) + "}";
        JsonNode shapes = done(editor.post(lines + "/" + line.get(0) + "/split/preview", cut));
        assertThat(shapes).hasSize(2);
        assertThat(area(shapes)).isCloseTo(Double.parseDouble(line.get(2)), Offset.offset(0.01));
        assertThat(shapes.path(0).path("geometry").path("type").asString()).isEqualTo("LineString");
        JsonNode parts = done(editor.post(lines + "/" + line.get(0) + "/split", reasoned(cut, "kavşak")));
        String both = "{\"records\":[" + version(parts.path(0)) + "," + version(parts.path(1)) + "]}";
        assertThat(done(editor.post(lines + "/merge/preview", both))
                        .path("measure")
                        .asDouble())
                .isCloseTo(Double.parseDouble(line.get(2)), Offset.offset(0.01));
        refused(editor.post(BUILDINGS + "/" + id + "/split/preview", cut), 422, "bölünmüyor");
        String nowhere = "{\"version\":1,\"blade\":{\"type\":\"Point\",\"coordinates\":[500,500]}}";
        refused(editor.post(BUILDINGS + "/" + id + "/split/preview", nowhere), 400, "blade");
    }

    @Test
    void recordsThatDoNotTouchAreNotMerged() {
        UUID far = city.database()
                .sql("SELECT o.tucbs_no FROM working.bina o, working.bina b WHERE b.tucbs_no = ? AND o.surum_no = 1"
                        + " ORDER BY ST_Distance(o.geom, b.geom) DESC LIMIT 1")
                .param(id)
                .query(UUID.class)
                .single();
        String apart = "{\"records\":[{\"id\":\"" + id + "\",\"version\":1},{\"id\":\"" + far + "\",\"version\":1}]}";
        refused(editor.post(BUILDINGS + "/merge/preview", apart), 422, "tek parça olmuyor");
        refused(
                editor.post(BUILDINGS + "/merge", "{\"records\":[{\"id\":\"" + id + "\",\"version\":1}]}"),
                400,
                "reason",
                "en az iki");
    }

    private JsonNode record() {
        return done(editor.get(BUILDINGS + "/" + id));
    }

    private static String reasoned(String wish, String reason) {
        return wish.substring(0, wish.length() - 1) + ",\"reason\":\"" + reason + "\"}";
    }

    private static String version(JsonNode part) {
        return "{\"id\":\"" + part.asString() + "\",\"version\":1}";
    }

    private static double area(JsonNode shapes) {
        double sum = 0;
        for (JsonNode shape : shapes) sum += shape.path("measure").asDouble();
        return sum;
    }

    /** A line through the middle of the building, so many metres to both sides. */
    private String blade(double reach) {
        return city.database()
                .sql(
                        "SELECT ST_AsGeoJSON(ST_Transform(ST_MakeLine(ST_Translate(c, 0, -:reach), ST_Translate(c, 0, :reach)), 4326), 9)"
                                + " FROM (SELECT ST_Centroid(geom) AS c FROM working.bina WHERE tucbs_no = :id) b")
                .param("reach", reach)
                .param("id", id)
                .query(String.class)
                .single();
    }
}
