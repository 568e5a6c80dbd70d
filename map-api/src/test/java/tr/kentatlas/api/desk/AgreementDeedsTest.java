package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.ops.jobs.Job;

/** What a manager of agreements does over HTTP: what is refused, and what the audit knows of it. */
class AgreementDeedsTest {
    private static final String ALL = "/api/desk/agreements";
    private static int count;

    private final DeskCity city = DeskCity.shared();
    private final DeskClient manager = city.signedIn(Role.AGREEMENTS);
    private final Draft draft = Draft.of("2026/D" + ++count).sharing("bina", "zeminUstuKatSayisi");
    private String address = "";

    @BeforeEach
    void agree() {
        address = ALL + "/"
                + read(manager.post(ALL, draft.json().toString()), 201)
                        .path("id")
                        .asLong();
    }

    @Test
    void whatCannotBeReadIsTheSendersFault() {
        for (String key : List.of("{\"days\":3}", "{\"label\":null,\"days\":3}", "{\"label\":\"x\"}"))
            assertThat(manager.post(address + "/keys", key).statusCode())
                    .as(key)
                    .isEqualTo(400);
        for (String state : List.of("{}", "{\"state\":null}", "{\"state\":\"draft\"}"))
            assertThat(manager.post(address + "/state", state).statusCode())
                    .as(state)
                    .isEqualTo(400);
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "2026-13-01")) {
            draft.with("from", day);
            assertThat(manager.post(ALL + "/dry-run", draft.json().toString()).statusCode())
                    .as(day)
                    .isEqualTo(400);
        }
    }

    @Test
    void aRevokedAgreementGivesNoKeys() {
        read(manager.post(address + "/state", "{\"state\":\"active\",\"version\":1}"), 200);
        read(manager.post(address + "/keys", "{\"label\":\"sunucu\",\"days\":3}"), 201);
        read(manager.post(address + "/state", "{\"state\":\"revoked\",\"reason\":\"bitti\"}"), 200);
        HttpResponse<String> answer = manager.post(address + "/keys", "{\"label\":\"sunucu\",\"days\":3}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("revoked");
    }

    @Test
    void onlyTheVersionThatWasLookedAtIsAmendedOrPutInForce() {
        String terms = draft.with("until", "2030-12-31").json().toString();
        read(manager.call("PUT", address, terms), 400);
        read(manager.call("PUT", address + "?version=1", terms), 200);
        assertThat(read(manager.call("PUT", address + "?version=1", terms), 409)
                        .path("detail")
                        .asString())
                .contains("version 2");
        read(manager.post(address + "/state", "{\"state\":\"active\"}"), 400);
        read(manager.post(address + "/state", "{\"state\":\"active\",\"version\":1}"), 409);
        read(manager.post(address + "/state", "{\"state\":\"active\",\"version\":2}"), 200);
        read(manager.post(address + "/state", "{\"state\":\"suspended\",\"reason\":\"denetim\"}"), 200);
    }

    @Test
    void theListTellsWhenTheLastOpenKeyEnds() {
        assertThat(card().path("keyEndsAt").isNull()).isTrue();
        String first = read(manager.post(address + "/keys", "{\"label\":\"sunucu\",\"days\":3}"), 201)
                .path("expiresAt")
                .asString();
        JsonNode later = read(manager.post(address + "/keys", "{\"label\":\"yeni\",\"days\":9}"), 201);
        assertThat(card().path("keyEndsAt").asString())
                .startsWith(later.path("expiresAt").asString().substring(0, 19));
        manager.call("DELETE", address + "/keys/" + later.path("prefix").asString(), "");
        assertThat(card().path("keyEndsAt").asString()).startsWith(first.substring(0, 19));
    }

    private JsonNode card() {
        return read(manager.get(ALL), 200)
                .valueStream()
                .filter(one -> one.path("number").equals(draft.json().path("number")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noAgreementIsStoppedWithoutSayingWhy() throws Exception {
        read(manager.post(address + "/state", "{\"state\":\"active\",\"version\":1}"), 200);
        for (String state : List.of("suspended", "revoked"))
            for (String reason : List.of("", ",\"reason\":null", ",\"reason\":\" \"")) {
                HttpResponse<String> answer =
                        manager.post(address + "/state", "{\"state\":\"" + state + "\"" + reason + "}");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains("\"parameter\":\"reason\"");
            }
        assertThat(recorded()).noneMatch(deed -> deed.contains("suspended") || deed.contains("revoked"));
    }

    @Test
    void whatIsRefusedIsNotRecorded() throws Exception {
        read(manager.post(address + "/state", "{\"state\":\"revoked\",\"reason\":\"bitti\"}"), 200);
        assertThat(List.of(
                        manager.post(address + "/state", "{\"state\":\"active\",\"version\":1}")
                                .statusCode(),
                        manager.call("PUT", address + "?version=1", draft.json().toString())
                                .statusCode(),
                        manager.post(ALL, draft.json().toString()).statusCode(),
                        manager.call("DELETE", address + "/keys/00000000", "").statusCode()))
                .containsExactly(400, 400, 400, 404);
        assertThat(recorded())
                .containsExactly(
                        "agreement.add {\"version\": \"1\"} 1 -", "agreement.revoked {\"version\": \"1\"} 1 -");
    }

    @Test
    void everyDeedIsRecordedWithItsKeyOrItsLayers() throws Exception {
        String prefix = read(manager.post(address + "/keys", "{\"label\":\"sunucu\",\"days\":3}"), 201)
                .path("prefix")
                .asString();
        assertThat(manager.call("DELETE", address + "/keys/" + prefix, "").statusCode())
                .isEqualTo(204);
        draft.layer("park_bahce", List.of("ad")).put("rows", "ad IS NOT NULL");
        manager.post(ALL + "/dry-run", draft.json().toString());
        assertThat(recorded())
                .containsExactly(
                        "agreement.add {\"version\": \"1\"} 1 -",
                        "agreement.key {\"key\": \"" + prefix + "\", \"version\": \"1\"} 1 -",
                        "agreement.key-revoked {\"key\": \"" + prefix + "\", \"version\": \"1\"} 1 -",
                        "agreement.dry-run {\"layers\": \"bina park_bahce\", \"rows of park_bahce\": \"ad IS NOT NULL\"} many 1");
    }

    @Test
    void aLongQuestionIsRecordedToItsEnd() throws Exception {
        draft.layer("park_bahce", List.of("ad")).put("rows", "ad <> '" + "a".repeat(1_900) + "' OR ad = 'son'");
        manager.post(ALL + "/dry-run", draft.json().toString());
        assertThat(recorded()).anyMatch(deed -> deed.contains("OR ad = 'son'"));
    }

    private List<String> recorded() throws Exception {
        for (Job job : city.web().getBeansOfType(Job.class).values())
            if (job.name().equals("audit-to-database")) job.run();
        return city.database()
                .sql("SELECT concat_ws(' ', action, detail, CASE WHEN items > 5 THEN 'many' ELSE items::text END,"
                        + " coalesce(release_no::text, '-')) FROM access.audit WHERE subject = ? ORDER BY at, line")
                .param(draft.json().path("number").asString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
