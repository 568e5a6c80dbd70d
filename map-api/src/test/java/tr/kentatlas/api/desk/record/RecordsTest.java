package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.api.desk.record.Answers.done;
import static tr.kentatlas.api.desk.record.Answers.refused;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.ops.jobs.Job;

/** Single records of the working data at the desk: found, read, changed and ended. */
class RecordsTest {
    private static final String ALL = Answers.ALL;
    private static final String BUILDINGS = ALL + "/bina";

    private final DeskCity city = DeskCity.shared();
    private DeskCity.Somebody somebody = new DeskCity.Somebody("", "");
    private DeskClient editor = new DeskClient("");
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anEditorOpensABuildingNobodyTouched() {
        somebody = city.somebody(Role.EDITOR);
        editor = new DeskClient(city.url()).speaking("tr");
        editor.signIn(somebody.account(), somebody.password());
        id = Answers.building(city);
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
        assertThat(byNumber.path(0).path("names").path(0).path("tr").asString())
                .isEqualTo(parcel.get(0) + "/" + parcel.get(1));
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
        String cut = "{\"version\":2,\"blade\":{\"type\":\"LineString\",\"coordinates\":[[32.9,39.8],[33,39.9]]}}";
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
    void eachPeriodOfARecordIsReadAndChangedByItself() {
        city.database()
                .sql("UPDATE working.bina SET gecerlilik_bitis = '2026-06-30T21:00:00Z' WHERE tucbs_no = ?")
                .param(id)
                .update();
        city.database()
                .sql(
                        "INSERT INTO working.bina (tucbs_no, adi, yapi_durum, gecerlilik_baslangic, geom)"
                                + " SELECT tucbs_no, 'Sonraki', yapi_durum, gecerlilik_bitis, geom FROM working.bina WHERE tucbs_no = ?")
                .param(id)
                .update();
        JsonNode state = record(editor).path("state");
        assertThat(state.path("values").path("adi").asString()).isEqualTo("Sonraki");
        assertThat(state.path("validFrom").asString()).isEqualTo("2026-06-30T21:00:00Z");
        JsonNode first =
                done(editor.get(BUILDINGS + "/" + id + "?valid=2026-06-01")).path("state");
        assertThat(first.path("validFrom").isNull()).isTrue();
        JsonNode changed = done(edit(first.path("version").asInt(), "{\"adi\":\"Önceki\"}", "eski adı"));
        assertThat(changed.path("state").path("values").path("adi").asString()).isEqualTo("Önceki");
        assertThat(record(editor).path("state").path("values").path("adi").asString())
                .isEqualTo("Sonraki");
        refused(edit(state.path("version").asInt(), "{\"adi\":\"Yanlış\"}", "öbür dönem"), 409, "current");
    }

    @Test
    void aRecordKeepsTheCodesItHasThoughNobodyMayChooseThemAnyMore() {
        UUID stop = city.database()
                .sql("INSERT INTO working.karayolu_hizmet_alani (tucbs_no, tip, tesis_olanaklari)"
                        + " VALUES (gen_random_uuid(), 'parking', '{eskiden}') RETURNING tucbs_no")
                .query(UUID.class)
                .single();
        String path = ALL + "/karayolu_hizmet_alani/" + stop;
        String change = "{\"version\":%d,\"values\":{\"YapiveTesisOlanaklari\":%s},\"reason\":\"yerinde görüldü\"}";
        JsonNode kept = done(editor.call("PATCH", path, change.formatted(1, "[\"eskiden\",\"food\"]")));
        assertThat(kept.path("state").path("values").path("YapiveTesisOlanaklari"))
                .hasSize(2);
        done(editor.call("PATCH", path, change.formatted(2, "[\"food\"]")));
        refused(editor.call("PATCH", path, change.formatted(3, "[\"eskiden\",\"food\"]")), 400, "eskiden");
    }

    @Test
    void aRecordThatWasGivenABeginningMeanwhileIsStaleAndNotGone() {
        city.database()
                .sql("UPDATE working.bina SET gecerlilik_baslangic = '2025-12-31T21:00:00Z' WHERE tucbs_no = ?")
                .param(id)
                .update();
        HttpResponse<String> late = edit(1, "{\"adi\":\"Geç\"}", "geç kaldı");
        refused(late, 409, "Siz 1. sürümü gördünüz, şimdi 2. sürüm biliniyor");
        JsonNode current = JsonMapper.shared().readTree(late.body()).path("current");
        assertThat(current.path("validFrom").asString()).isEqualTo("2025-12-31T21:00:00Z");
    }

    @Test
    void aRecordIsCalledByItsNameAndSoAreThoseItSpeaksOf() {
        List<String> door = city.database()
                .sql(
                        "SELECT n.tucbs_no::text, y.ad || ' ' || n.kapi_no, n.bina::text, p.ada_no || '/' || p.parsel_no"
                                + " FROM working.numarataj n JOIN working.yol_orta_hat_yon t ON t.tucbs_no = n.yon"
                                + " JOIN working.yol_orta_hat h ON h.tucbs_no = t.orta_hat JOIN working.yol y ON y.tucbs_no = h.yol"
                                + " JOIN working.parsel p ON p.tucbs_no = n.parsel WHERE n.bina IS NOT NULL AND n.kapi_no <> '' LIMIT 1")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
        JsonNode told = done(editor.get(ALL + "/numarataj/" + door.get(0)));
        assertThat(told.path("name").path("tr").asString()).isEqualTo(door.get(1));
        assertThat(told.path("others")
                        .valueStream()
                        .map(one -> one.path("name").path("tr").asString()))
                .contains(door.get(3));
        assertThat(told.path("others").valueStream().map(one -> one.path("id").asString()))
                .contains(door.get(2));
        JsonNode found = done(editor.get(ALL + "/numarataj?q=" + encoded(door.get(1))));
        assertThat(found.valueStream().map(one -> one.path("id").asString())).contains(door.get(0));
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
