package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.testsupport.Patience;

/** Staff read with programs that cannot sign in by a key of their own, which sees what they see and ends when they do. */
class StaffKeysTest {
    private static final String UNITS = "/ogc/collections/bagimsiz_bolum/items?limit=3";
    private static final String KEYS = "/api/desk/account/keys";

    private final DeskCity city = DeskCity.shared();
    private final DeskCity.Somebody editor = city.somebody(Role.EDITOR);
    private final DeskClient desk = signedIn(editor);
    private final String key = desk.newKey();
    private final String prefix = key.substring(5, 13);
    private final DeskClient program = new DeskClient(city.url()).bearing(key);

    @Test
    void aKeyOpensWhatItsOwnerSeesAtTheDeskAndNothingOfTheDeskItself() {
        assertThat(new DeskClient(city.url()).get(UNITS).statusCode()).isEqualTo(404);
        assertThat(program.json(UNITS).path("features"))
                .isEqualTo(desk.json("/api/desk" + UNITS).path("features"));
        assertThat(program.get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").body())
                .contains("sebeke_hatti");
        assertThat(program.get("/api/desk" + UNITS).statusCode()).isEqualTo(401);
        assertThat(program.get("/exchange").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramThatCanSendNoOtherHeaderSendsItAsAPassword() {
        String pair = Base64.getEncoder().encodeToString(("qgis:" + key).getBytes(StandardCharsets.UTF_8));
        DeskClient basic = new DeskClient(city.url());
        assertThat(basic.send(basic.request(UNITS)
                                .header("Authorization", "Basic " + pair)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void gdalReadsWithItEitherWay() throws Exception {
        assertThat(gdal("--config", "GDAL_HTTP_HEADERS", "Authorization: Bearer " + key))
                .contains("Layer name: bagimsiz_bolum");
        assertThat(gdal("--config", "GDAL_HTTP_AUTH", "BASIC", "--config", "GDAL_HTTP_USERPWD", "qgis:" + key))
                .contains("Layer name: bagimsiz_bolum");
        assertThat(gdal()).doesNotContain("Layer name: bagimsiz_bolum");
    }

    @Test
    void itsTextIsShownOnceAndKeptByNobody() {
        JsonNode listed = desk.json(KEYS).path(0);
        assertThat(listed.path("prefix").asString()).isEqualTo(prefix);
        assertThat(listed.path("label").asString()).isEqualTo("QGIS");
        assertThat(desk.get(KEYS).body()).doesNotContain(key);
        String row = city.database()
                .sql("SELECT k::text FROM access.staff_key k WHERE prefix = ?")
                .param(prefix)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(key.substring(14));
    }

    @Test
    void whatWasReadWithItIsInTheAuditUnderItsOwnersName() {
        program.get(UNITS);
        Instant end = Instant.now().plusSeconds(20);
        String search = "/api/desk/audit?action=read.items&caller=" + editor.account();
        DeskClient auditor = city.signedIn(Role.AUDITOR);
        while (auditor.json(search).path("entries").isEmpty() && Instant.now().isBefore(end)) Patience.aMoment();
        assertThat(auditor.get(search).body()).contains(editor.account() + " kent_" + prefix);
    }

    @Test
    void whatItsOwnerRevokesIsClosedAtOnceAndForGood() throws Exception {
        long before = refusedKeys();
        assertThat(desk.call("DELETE", KEYS + "/" + prefix, "").statusCode()).isEqualTo(204);
        assertThat(program.get(UNITS).statusCode()).isEqualTo(401);
        assertThat(program.get(UNITS).body()).contains("revoked");
        Instant end = Instant.now().plusSeconds(20);
        while (refusedKeys() < before + 2 && Instant.now().isBefore(end)) Patience.aMoment();
        assertThat(refusedKeys()).as("somebody still has it").isGreaterThanOrEqualTo(before + 2);
    }

    /** As the audit tells by now, once what nobody followed is told, too. */
    private long refusedKeys() throws Exception {
        for (Job job : city.web().getBeansOfType(Job.class).values())
            if (job.name().equals("refused-keys")) job.run();
        return city.database()
                .sql("SELECT coalesce(sum(items), 0) FROM access.audit WHERE action = 'key.refused'")
                .query(Long.class)
                .single();
    }

    @Test
    void theAdministratorSeesAndRevokesItAndNobodyElseDoes() {
        DeskClient other = city.signedIn(Role.EDITOR);
        assertThat(other.call("DELETE", KEYS + "/" + prefix, "").statusCode()).isEqualTo(404);
        DeskClient admin = city.signedIn(Role.ADMIN);
        String keys = "/api/desk/staff/" + editor.account() + "/keys";
        assertThat(admin.json(keys).path(0).path("prefix").asString()).isEqualTo(prefix);
        assertThat(admin.call("DELETE", keys + "/" + prefix, "").statusCode()).isEqualTo(204);
        assertThat(program.get(UNITS).statusCode()).isEqualTo(401);
    }

    @Test
    void whatChangesOfItsOwnerOnAnyNodeCountsWithinAMinute() {
        assertThat(program.get(UNITS).statusCode()).isEqualTo(200);
        city.book().setRoles(editor.account(), EnumSet.of(Role.VIEWER));
        awaitTold(404, "bagimsiz_bolum"); // hidden from a viewer
        city.book().close(editor.account());
        awaitTold(403, "closed");
        city.book().reopen(editor.account());
        city.book().reset(editor.account());
        awaitTold(403, "password of your own");
        city.book().setRoles(editor.account(), EnumSet.noneOf(Role.class));
        awaitTold(403, "no role");
    }

    @Test
    void theKeyOfSomebodyWhoSignsInElsewhereRestsWhenTheyAreNotSeenThereAnyMore() {
        city.database()
                .sql(
                        "UPDATE access.staff SET password = NULL, last_sign_in = now() - interval '31 days' WHERE account = ?")
                .param(editor.account())
                .update();
        awaitTold(403, "rests");
    }

    @Test
    void aKeyEndsAndLivesAYearAtMost() {
        city.database()
                .sql("UPDATE access.staff_key SET expires_at = now() - interval '1 minute' WHERE prefix = ?")
                .param(prefix)
                .update();
        assertThat(program.get(UNITS).body()).contains("expired");
        assertThat(desk.post(KEYS, "{\"label\":\"QGIS\",\"days\":367}").statusCode())
                .isEqualTo(400);
        assertThat(desk.post(KEYS, "{\"label\":\" \",\"days\":1}").statusCode()).isEqualTo(400);
    }

    private DeskClient signedIn(DeskCity.Somebody somebody) {
        DeskClient client = new DeskClient(city.url());
        client.signIn(somebody.account(), somebody.password());
        return client;
    }

    private void awaitTold(int status, String words) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        HttpResponse<String> answer = program.get(UNITS);
        while (!isTold(answer, status, words) && Instant.now().isBefore(end)) {
            Patience.aMoment();
            answer = program.get(UNITS);
        }
        assertThat(answer.body()).contains(words);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static boolean isTold(HttpResponse<String> answer, int status, String words) {
        return answer.statusCode() == status && answer.body().contains(words);
    }

    private String gdal(String... settings) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-so"));
        command.addAll(List.of(settings));
        command.addAll(List.of("OAPIF:" + city.url() + "/ogc", "bagimsiz_bolum"));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
