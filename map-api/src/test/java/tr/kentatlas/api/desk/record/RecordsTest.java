package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.ops.jobs.Job;

/** Single records of the working data at the desk: found, read, changed, ended, split and merged. */
class RecordsTest {
    private static final String ALL = "/api/desk/records";
    private static final String BUILDINGS = ALL + "/bina";
    private static int used;

    private final DeskCity city = DeskCity.shared();
    private DeskCity.Somebody somebody = new DeskCity.Somebody("", "");
    private DeskClient editor = new DeskClient("");
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anEditorOpensABuildingNobodyTouched() {
        somebody = city.somebody(Role.EDITOR);
        editor = new DeskClient(city.url()).speaking("tr");
        editor.signIn(somebody.account(), somebody.password());
        id = city.database()
                .sql(
                        "SELECT tucbs_no FROM working.bina WHERE ST_NPoints(geom) = 5 AND surum_no = 1 ORDER BY row_no OFFSET ? LIMIT 1")
                .param(used++)
                .query(UUID.class)
                .single();
    }

    @Test
    void aRecordIsFoundByNumberByIdentityAndByPlace() throws Exception {
        List<String> parcel = city.database()
                .sql(
                        "SELECT ada_no, parsel_no, tucbs_no::text FROM working.parsel WHERE ada_no IS NOT NULL ORDER BY row_no LIMIT 1")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
        JsonNode byNumber = done(editor.get(ALL + "/parsel?q=" + encoded(parcel.get(0) + "/" + parcel.get(1))));
        assertThat(byNumber.path(0).path("id").asString()).isEqualTo(parcel.get(2));
        assertThat(byNumber.path(0).path("names").path(0).path("tr").asString()).isEqualTo(parcel.get(1));
        JsonNode byIdentity = done(editor.get(BUILDINGS + "?q=" + parcel.get(2)));
        assertThat(byIdentity.path(0).path("type").asString()).isEqualTo("parsel");
        JsonNode near = done(editor.get(BUILDINGS + "?"
                + city.database()
                        .sql(
                                "SELECT format('lon=%s&lat=%s', ST_X(c), ST_Y(c)) FROM (SELECT ST_PointOnSurface(ST_Transform(geom, 4326)) AS c"
                                        + " FROM working.bina WHERE tucbs_no = ?) b")
                        .param(id)
                        .query(String.class)
                        .single()));
        assertThat(near.path(0).path("id").asString()).isEqualTo(id.toString());
        assertThat(near).hasSize(5);
        assertThat(done(editor.get(BUILDINGS + "?q=" + encoded("böyle bir yapı yok"))))
                .isEmpty();
        refused(editor.get(BUILDINGS + "?q="), 400, "eksik");
        assertThat(recorded("read.records")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aChangeMakesAVersionThatTellsWhoAndWhyAndWhatWasKnownBefore() throws Exception {
        JsonNode before = record(editor);
        String name = before.path("state").path("values").path("adi").asString("");
        JsonNode after = done(edit(1, "{\"adi\":\"Yeni Ad\",\"zeminUstuKatSayisi\":\"7\"}", "yerinde görüldü"));
        assertThat(after.path("state").path("version").asInt()).isEqualTo(2);
        assertThat(after.path("state").path("values").path("zeminUstuKatSayisi").asInt())
                .isEqualTo(7);
        JsonNode made = after.path("versions").path(0).path("made");
        assertThat(made.path("by").asString()).isEqualTo(somebody.account());
        assertThat(made.path("reason").asString()).isEqualTo("yerinde görüldü");
        assertThat(made.path("ofImport").asBoolean()).isFalse();
        JsonNode first = after.path("versions").path(1);
        assertThat(first.path("made").path("ofImport").asBoolean()).isTrue();
        JsonNode then = done(editor.get(
                BUILDINGS + "/" + id + "?known=" + first.path("knownFrom").asString()));
        assertThat(then.path("state").path("version").asInt()).isEqualTo(1);
        assertThat(then.path("state").path("values").path("adi").asString("")).isEqualTo(name);
        assertThat(done(editor.get(BUILDINGS + "/" + id + "?known=1999-01-01"))
                        .path("state")
                        .isNull())
                .isTrue();
        assertThat(recorded("read.record")).isEqualTo(4);
    }

    @Test
    void aChangeThatStartsFromAnOlderVersionIsRefusedWithBoth() {
        done(edit(1, "{\"adi\":\"Önce\"}", "ilk"));
        HttpResponse<String> late = edit(1, "{\"adi\":\"Sonra\"}", "geç");
        refused(late, 409, "Siz 1. sürümü gördünüz, şimdi 2. sürüm biliniyor");
        JsonNode both = JsonMapper.shared().readTree(late.body());
        assertThat(both.path("current").path("values").path("adi").asString()).isEqualTo("Önce");
        assertThat(both.path("yours").path("values").path("adi").asString()).isEqualTo("Sonra");
        JsonNode taken = done(edit(2, "{\"adi\":\"Sonra\"}", "geç"));
        assertThat(taken.path("state").path("values").path("adi").asString()).isEqualTo("Sonra");
    }

    @Test
    void allFaultsOfAFormAreToldTogetherAtTheirFields() {
        HttpResponse<String> answer = edit(
                1,
                "{\"zeminUstuKatSayisi\":\"çok\",\"yapiTipiDegeri\":\"yok\",\"surumNo\":3,\"yapiDurumDegeri\":\"\",\"parsel\":[\"x\"]}",
                " ");
        refused(
                answer,
                400,
                "values.zeminUstuKatSayisi",
                "tam sayı",
                "values.yapiTipiDegeri",
                "values.surumNo",
                "values.parsel");
        refused(answer, 400, "values.yapiDurumDegeri", "reason");
        refused(edit(1, "{}", "boş"), 400, "değişen bir şey yok");
    }

    @Test
    void aRecordEndsWithADayAndIsKnownToHaveBeenTrueUntilThen() {
        JsonNode ended = done(retire("{\"version\":1,\"end\":\"2026-06-30\",\"reason\":\"yıkıldı\"}"));
        assertThat(ended.path("state").path("validTo").asString()).isEqualTo("2026-06-30T21:00:00Z");
        String record = BUILDINGS + "/" + id;
        assertThat(done(editor.get(record + "?valid=2026-06-30")).path("state").isNull())
                .isFalse();
        assertThat(done(editor.get(record + "?valid=2026-07-01")).path("state").isNull())
                .isTrue();
        refused(retire("{\"version\":1,\"end\":\"2026-07-30\",\"reason\":\"yıkıldı\"}"), 409, "current");
        refused(retire("{\"version\":2,\"end\":\"yarın\"}"), 400, "end", "reason");
        String cut = "{\"version\":2,\"blade\":" + blade(500) + "}";
        refused(editor.post(record + "/split/preview", cut), 422, "Sona ermiş");
    }

    @Test
    void whoMayNotSeeOrEditIsTold() {
        DeskClient viewer = city.signedIn(Role.VIEWER);
        JsonNode seen = record(viewer);
        assertThat(seen.path("mayEdit").asBoolean()).isFalse();
        assertThat(seen.path("state").path("values").has("degistiren")).isFalse();
        assertThat(seen.path("versions").path(0).path("made").path("by").isNull())
                .isTrue();
        refused(viewer.get(ALL + "/bagimsiz_bolum?q=1"), 404, "bagimsiz_bolum");
        refused(viewer.call("PATCH", BUILDINGS + "/" + id, "{}"), 403, "");
        refused(editor.call("PATCH", ALL + "/parsel/" + id, "{}"), 403, "Parseller", "Veri sorumlusu");
        refused(editor.get(ALL + "/parsel/" + id), 404, "kayıt yok");
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
        JsonNode old = record(editor);
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
        JsonNode merged = record(editor);
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

    private HttpResponse<String> edit(int version, String values, String reason) {
        String change = "{\"version\":" + version + ",\"validFrom\":null,\"values\":" + values + ",\"reason\":\""
                + reason + "\"}";
        return editor.call("PATCH", BUILDINGS + "/" + id, change);
    }

    private HttpResponse<String> retire(String wish) {
        return editor.post(BUILDINGS + "/" + id + "/retirement", wish);
    }

    private JsonNode record(DeskClient client) {
        return done(client.get(BUILDINGS + "/" + id));
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

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String... told) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How often the audit has that of the editor. */
    private int recorded(String action) throws Exception {
        for (Job job : city.web().getBeansOfType(Job.class).values())
            if (job.name().equals("audit-to-database")) job.run();
        return city.database()
                .sql("SELECT count(*) FROM access.audit WHERE caller = ? AND action = ?")
                .params(somebody.account(), action)
                .query(Integer.class)
                .single();
    }
}
