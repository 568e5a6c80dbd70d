package tr.kentatlas.api.desk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.testsupport.Patience;

/** A data steward at the desk: from a draft to the release that is served, and back. */
class ReleaseDeskTest {
    private static final String ALL = "/api/desk/releases";
    private static final String MENDING = "/api/desk/findings";
    private static final String COUNCIL =
            "{\"body\":\"council\",\"number\":\"2026/112\",\"date\":\"2026-11-03\",\"themes\":[]}";

    @SuppressWarnings("NullAway.Init")
    private static DeskCity city;

    private DeskCity.Somebody steward = new DeskCity.Somebody("", "");
    private DeskClient desk = new DeskClient("");
    private String draft = "";

    @BeforeAll
    static void serve() {
        city = ReleasedCity.open();
    }

    @AfterAll
    static void stop() {
        city.web().close();
    }

    @BeforeEach
    void aStewardMakesADraft() {
        steward = city.somebody(Role.STEWARD);
        desk = new DeskClient(city.url()).speaking("tr");
        desk.signIn(steward.account(), steward.password());
        city.database()
                .sql(
                        "UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE row_no = (SELECT min(row_no) FROM working.bina)")
                .update();
        assertThat(ran(desk.post(ALL, "{\"themes\":[\"bina\"],\"note\":\"bahar\",\"replace\":true}")))
                .isEqualTo("done");
        draft = ALL + "/" + now().path("number").asLong();
    }

    @Test
    void aDraftBecomesTheServedReleaseInTheNameOfWhoIsSignedIn() throws Exception {
        assertThat(now().path("createdBy").asString()).isEqualTo(steward.account());
        assertThat(now().path("checkedAt").isNull()).isTrue();
        assertThat(ran(desk.post(draft + "/check", ""))).isEqualTo("done");
        refused(desk.post(draft + "/approvals", COUNCIL), 409, "BU1 (hata: 60)", "üstlenilebilir");
        JsonNode rule = now().path("rules").path(1);
        assertThat(rule.path("id").asString()).isEqualTo("BU1");
        assertThat(rule.path("found").asLong()).isEqualTo(ReleasedCity.FOUND);
        assertThat(rule.path("kept")).as("all of so few").isEqualTo(rule.path("found"));
        assertThat(rule.path("accepted").isNull()).isTrue();
        JsonNode accepted =
                done(desk.post(draft + "/acceptances", "{\"rule\":\"BU1\",\"reason\":\"yazın ölçülecek\"}"));
        assertThat(accepted.path("draft")
                        .path("rules")
                        .path(1)
                        .path("accepted")
                        .path("person")
                        .asString())
                .isEqualTo(steward.account());
        JsonNode approved =
                done(desk.post(draft + "/approvals", COUNCIL)).path("draft").path("themes");
        assertThat(approved).allMatch(theme -> !theme.path("decision").isNull());
        assertThat(ran(desk.post(draft + "/publication", "{}"))).isEqualTo("done");
        JsonNode served = done(desk.get(ALL)).path(0);
        assertThat(draft).endsWith("/" + served.path("number").asLong());
        assertThat(served.path("state").asString()).isEqualTo("served");
        JsonNode back = done(desk.post(ALL + "/1/rollback", "{\"reason\":\"yanlış kat\"}"));
        assertThat(back.path(0).path("state").asString()).isEqualTo("withdrawn");
        assertThat(recorded())
                .containsExactly(
                        "release.draft",
                        "release.check",
                        "release.accept",
                        "release.approve",
                        "release.publish",
                        "release.rollback");
        assertThat(city.database()
                        .sql("SELECT person FROM release.approval WHERE decision_no = '2026/112' LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo(steward.account());
    }

    @Test
    void themesThatADraftLeavesOutStayAsTheyAreServed() {
        assertThat(now().path("themes"))
                .anyMatch(theme -> theme.path("decision").isNull())
                .anyMatch(theme -> theme.path("difference").path("changed").asLong(0) > 0);
        assertThat(ran(desk.post(ALL, "{\"themes\":[\"adres\"]}"))).isEqualTo("done");
        assertThat(now().path("themes"))
                .noneMatch(theme -> theme.path("decision").isNull())
                .allMatch(theme -> theme.path("difference").path("changed").asLong(-1) == 0);
        assertThat(done(desk.get(ALL + "/draft")).path("themes"))
                .anyMatch(theme -> theme.path("name").asString().equals("bina"));
    }

    @Test
    void whatARuleFoundComesPageByPageAndIsRecorded() throws Exception {
        assertThat(ran(desk.post(draft + "/check", ""))).isEqualTo("done");
        JsonNode page = done(desk.get(draft + "/findings?rule=BU1"));
        assertThat(page.path("findings")).hasSize(50);
        assertThat(page.path("findings").path(0).path("place").path("type").asString())
                .contains("Polygon");
        long last = page.path("findings").path(49).path("number").asLong();
        JsonNode rest = done(desk.get(draft + "/findings?rule=BU1&after=" + last));
        assertThat(rest.path("findings")).hasSize(ReleasedCity.FOUND - 50);
        assertThat(rest.path("more").asBoolean()).isFalse();
        assertThat(recorded()).contains("read.findings");
    }

    @Test
    void whoEditsATypeReadsWhatWasFoundAboutItAndWhatWasChangedSince() {
        assertThat(ran(desk.post(draft + "/check", ""))).isEqualTo("done");
        DeskClient editor = city.signedIn(Role.EDITOR);
        JsonNode mending = done(editor.get(MENDING));
        assertThat(mending.path("rules")).hasSize(1);
        assertThat(mending.path("rules").path(0).path("kept").asLong()).isEqualTo(ReleasedCity.FOUND);
        String page = MENDING + "/" + mending.path("draft").asLong() + "?rule=BU1&limit=100";
        JsonNode found = done(editor.get(page)).path("findings");
        assertThat(found)
                .hasSize(ReleasedCity.FOUND)
                .noneMatch(one -> one.path("changed").asBoolean());
        String mended = found.path(7).path("tucbsNo").asString();
        city.database()
                .sql("UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE tucbs_no = ?::uuid")
                .param(mended)
                .update();
        assertThat(done(editor.get(page)).path("findings"))
                .filteredOn(one -> one.path("changed").asBoolean())
                .extracting(one -> one.path("tucbsNo").asString())
                .containsExactly(mended);
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        assertThat(done(numbering.get(MENDING)).path("rules")).isEmpty();
        assertThat(done(numbering.get(page)).path("findings")).isEmpty();
    }

    @Test
    void whyARuleWasAnsweredForIsRememberedInTheNextDraft() {
        assertThat(ran(desk.post(draft + "/check", ""))).isEqualTo("done");
        done(desk.post(draft + "/acceptances", "{\"rule\":\"BU1\",\"reason\":\"yazın yeniden ölçülecek\"}"));
        assertThat(ran(desk.post(ALL, "{}"))).isEqualTo("done");
        assertThat(ran(desk.post(ALL + "/" + now().path("number").asLong() + "/check", "")))
                .isEqualTo("done");
        JsonNode rule = now().path("rules").path(1);
        assertThat(rule.path("accepted").isNull())
                .as("nobody answers for it yet")
                .isTrue();
        assertThat(rule.path("earlier").asString()).isEqualTo("yazın yeniden ölçülecek");
    }

    @Test
    void aStepThatIsRefusedIsToldInBothLanguagesAndIsNotInTheAudit() throws Exception {
        refused(desk.post(draft + "/approvals", COUNCIL), 409, "denetlenmedi");
        refused(desk.post(draft + "/acceptances", "{\"rule\":\"BU1\",\"reason\":\" \"}"), 400, "reason");
        refused(desk.post(draft + "/approvals", COUNCIL.replace("2026-11-03", "3.11.2026")), 400, "2026-11-03");
        refused(desk.post(draft + "/approvals", COUNCIL.replace("council", "mayor")), 400, "directorate");
        assertThat(ran(desk.post(draft + "/publication", "{}"))).isEqualTo("failed");
        assertThat(done(desk.get(ALL + "/run")).path("message").asString()).contains("denetlenmedi");
        assertThat(done(desk.speaking("en").get(ALL + "/run")).path("message").asString())
                .contains("has not been checked");
        assertThat(recorded()).containsExactly("release.draft");
    }

    @Test
    void nothingIsDoneToADraftThatTookThePlaceOfTheOneLookedAt() throws Exception {
        assertThat(ran(desk.post(draft + "/check", ""))).isEqualTo("done");
        assertThat(ran(desk.post(ALL, "{}"))).isEqualTo("done");
        for (String step : List.of("/check", "/publication", "/approvals", "/acceptances"))
            refused(
                    desk.post(
                            draft + step,
                            switch (step) {
                                case "/approvals" -> COUNCIL;
                                case "/acceptances" -> "{\"rule\":\"BU1\",\"reason\":\"bilinen\"}";
                                default -> "{}";
                            }),
                    409,
                    "");
        refused(desk.get(draft + "/findings?rule=BU1"), 409, "yerinde artık");
    }

    @Test
    void aViewerSeesTheReleasesAndNothingOfTheDraft() {
        DeskClient viewer = city.signedIn(Role.VIEWER);
        assertThat(done(viewer.get(ALL)))
                .anyMatch(release -> release.path("state").asString().equals("draft"));
        refused(viewer.get(ALL + "/draft"), 403, "");
        refused(viewer.post(draft + "/publication", "{}"), 403, "");
    }

    private JsonNode now() {
        return done(desk.get(ALL + "/draft")).path("draft");
    }

    /** How the long step ended that was begun. */
    private String ran(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        while (true) {
            String state = done(desk.get(ALL + "/run")).path("state").asString();
            if (!state.equals("waiting") && !state.equals("running")) return state;
            Patience.aMoment();
        }
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String... told) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    /** What the audit knows of the steward about releases; each entry names its release. */
    private List<String> recorded() throws Exception {
        for (Job job : city.web().getBeansOfType(Job.class).values())
            if (job.name().equals("audit-to-database")) job.run();
        return city.database()
                .sql("SELECT action FROM access.audit WHERE caller = ? AND release_no IS NOT NULL ORDER BY at, line")
                .param(steward.account())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
