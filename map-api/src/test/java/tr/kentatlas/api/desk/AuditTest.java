package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.testsupport.Patience;

/** Every change and every read of what is not public is in the audit, and the auditor finds it. */
class AuditTest {
    private final DeskCity city = DeskCity.shared();
    private final DeskClient auditor = city.signedIn(Role.AUDITOR);

    @Test
    void whatAnEditorReadsIsRecordedWithReleaseAndCount() {
        DeskCity.Somebody editor = city.somebody(Role.EDITOR);
        DeskClient client = new DeskClient(city.url());
        client.signIn(editor.account(), editor.password());
        JsonNode page = client.json("/api/desk/ogc/collections/bagimsiz_bolum/items?limit=7");
        assertThat(page.path("numberReturned").asInt()).isEqualTo(7);
        JsonNode entry =
                found("caller=" + editor.account() + "&action=read.items", 1).get(0);
        assertThat(entry.path("subject").asString()).isEqualTo("bagimsiz_bolum");
        assertThat(entry.path("count").asInt()).isEqualTo(7);
        assertThat(entry.path("release").asInt()).isEqualTo(1);
        String id = page.path("features").get(0).path("id").asString();
        client.get("/api/desk/ogc/collections/bagimsiz_bolum/items/" + id);
        assertThat(found("caller=" + editor.account() + "&action=read.items", 2)
                        .get(0)
                        .path("detail")
                        .asString())
                .contains(id);
    }

    @Test
    void tilesAreRecordedToo() {
        DeskCity.Somebody planner = city.somebody(Role.PLANNER);
        DeskClient client = new DeskClient(city.url());
        client.signIn(planner.account(), planner.password());
        JsonNode box = client.json("/api/guide/city").path("bbox");
        double lon = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
        double lat = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
        int x = (int) ((lon + 180) / 360 * (1 << 14));
        double r = Math.toRadians(lat);
        int y = (int) ((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * (1 << 14));
        assertThat(client.get("/api/desk/ogc/tiles/WebMercatorQuad/14/" + y + "/" + x)
                        .statusCode())
                .isEqualTo(200);
        JsonNode entry =
                found("caller=" + planner.account() + "&action=read.tiles", 1).get(0);
        assertThat(entry.path("count").asInt()).isGreaterThan(10);
        assertThat(entry.path("detail").asString()).contains("bina");
        assertThat(found("caller=" + planner.account() + "&subject=bina", 1)).hasSize(1);
        assertThat(found("caller=" + planner.account() + "&subject=bin", 0)).isEmpty();
    }

    @Test
    void anAgreementIsFoundWhicheverOfItsKeysItUsed() {
        for (String caller : new String[] {"2026/P2 kent_70ffd846", "2026/P2 kent_0123abcd", "2026/P23 kent_0123abcd"})
            city.database()
                    .sql("INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, items, detail)"
                            + " VALUES (gen_random_uuid(), 0, now(), 'partner', ?, 'read.items', 'bina', 1, '{}')")
                    .param(caller)
                    .update();
        assertThat(found("caller=2026/P2", 2)).hasSize(2);
        assertThat(found("caller=2026/P2%20kent_70ffd846", 1)).hasSize(1);
    }

    @Test
    void theOperatorsKeyIsRecordedAndAVisitorIsNot() {
        auditor.send(HttpRequest.newBuilder(URI.create(city.url() + "/ogc/collections/sebeke_hatti/items?limit=3"))
                .header("Authorization", "Bearer " + SmallCity.ADMIN_KEY)
                .build());
        assertThat(found("caller=operator&subject=sebeke_hatti", 1)).isNotEmpty();
        new DeskClient(city.url()).get("/ogc/collections/bina/items?limit=3");
        assertThat(auditor.json("/api/desk/audit?kind=visitor").path("entries")).isEmpty();
    }

    @Test
    void whatAnAdministratorChangesIsRecorded() {
        DeskClient admin = city.signedIn(Role.ADMIN);
        String account = "yeni" + Math.abs(System.nanoTime());
        String body = "{\"account\":\"" + account + "\",\"name\":\"Yeni\",\"roles\":[\"viewer\"]}";
        assertThat(admin.post("/api/desk/staff", body).statusCode()).isEqualTo(201);
        assertThat(admin.call("PUT", "/api/desk/staff/" + account + "/roles", "[\"editor\"]")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.post("/api/desk/staff/" + account + "/close", "").statusCode())
                .isEqualTo(204);
        assertThat(found("subject=" + account, 3)).hasSize(3);
        assertThat(found("subject=" + account + "&action=staff.roles", 1)
                        .get(0)
                        .path("detail")
                        .asString())
                .contains("EDITOR");
    }

    @Test
    void anEditOfTheWorkingDataIsFoundByWhoMadeItAndByItsTypes() {
        String editor = "qgis" + Math.abs(System.nanoTime());
        new TransactionTemplate(new JdbcTransactionManager(city.owner())).executeWithoutResult(status -> {
            JdbcClient working = JdbcClient.create(city.owner());
            working.sql("SELECT set_config('kent.actor', ?, true)")
                    .param(editor)
                    .query()
                    .singleRow();
            working.sql("UPDATE working.agac SET tucbs_no = tucbs_no").update();
            for (String half : new String[] {"<=", ">"})
                working.sql("UPDATE working.bina SET kat_ustu = 45 WHERE row_no IN (SELECT row_no FROM working.bina"
                                + " WHERE row_no " + half + " 3 ORDER BY row_no LIMIT 3)")
                        .update();
            working.sql("INSERT INTO working.park_bahce (tucbs_no, geom)"
                            + " SELECT gen_random_uuid(), geom FROM working.park_bahce LIMIT 1")
                    .update();
            working.sql("DELETE FROM working.park_bahce WHERE row_no = (SELECT max(row_no) FROM working.park_bahce)")
                    .update();
        });
        JsonNode entry = found("caller=" + editor, 1).get(0);
        assertThat(entry.path("kind").asString()).isEqualTo("editor");
        assertThat(entry.path("action").asString()).isEqualTo("working.change");
        assertThat(entry.path("count").asInt()).isEqualTo(8);
        assertThat(entry.path("detail").asString())
                .contains("\"bina\": \"6 update\"", "\"park_bahce\": \"1 delete, 1 insert\"")
                .doesNotContain("agac");
        assertThat(found("subject=park_bahce&caller=" + editor, 1)).hasSize(1);
        assertThat(found("action=working&caller=" + editor, 1)).hasSize(1);
    }

    @Test
    void whoSignsOutIsRecorded() {
        DeskCity.Somebody viewer = city.somebody(Role.VIEWER);
        DeskClient client = new DeskClient(city.url());
        client.signIn(viewer.account(), viewer.password());
        client.post("/api/desk/sign-out", "");
        assertThat(found("caller=" + viewer.account() + "&action=sign_out", 1)).hasSize(1);
    }

    @Test
    void theAuditIsCsvTooAndNoCellIsAFormula() {
        new DeskClient(city.url()).signIn("=1+1", "yanlis-parola");
        found("caller==1%2B1", 1);
        String csv = auditor.get("/api/desk/audit/csv?action=sign_in").body();
        assertThat(csv)
                .startsWith("\uFEFF\"at\",\"kind\",\"caller\"")
                .contains("\"'=1+1\"")
                .contains("\r\n");
    }

    @Test
    void theCsvHasEveryEntryHoweverManyOfTheSameMoment() {
        city.database().sql("""
            INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, items, detail)
            SELECT md5((n % 3)::text)::uuid, 1000000 + n, timestamptz '2026-01-01' + n / 7000 * interval '1 microsecond', 'staff',
                   'csv', 'test.csv', 'entry' || n, 1, '{}'
              FROM generate_series(1, 100500) n\
            """).update();
        DeskCity.Somebody reader = city.somebody(Role.AUDITOR);
        DeskClient client = new DeskClient(city.url());
        client.signIn(reader.account(), reader.password());
        String csv = client.get("/api/desk/audit/csv?action=test.csv").body();
        assertThat(csv.lines().skip(1).distinct().count()).isEqualTo(100_500);
        assertThat(csv.lines().count()).isEqualTo(100_501);
        assertThat(found("action=audit.csv&caller=" + reader.account(), 1).findValuesAsString("count"))
                .contains("100500");
    }

    @Test
    void onePageComesAfterTheOtherHoweverManyAreOfTheSameMoment() {
        city.database().sql("""
            INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, items, detail)
            SELECT md5((n % 3)::text)::uuid, 2000000 + n, '2026-01-02', 'staff', 'page', 'test.page', 'entry' || n, 1, '{}'
              FROM generate_series(1, 12) n\
            """).update();
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = auditor.json("/api/desk/audit?action=test&limit=5&after=" + after);
            answer.path("entries")
                    .forEach(entry -> seen.add(entry.path("subject").asString()));
            after = answer.path("next").asString("");
        }
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        assertThat(after).isEmpty();
    }

    /** As the statement is planned, with what is sought in it. */
    @Test
    void aRareActionAndAReleaseAreFoundByAnIndex() {
        for (String condition :
                new String[] {"action = 'staff.roles' OR starts_with(action, 'staff.roles' || '.')", "release_no = 77"})
            assertThat(plan(condition)).as(condition).anyMatch(line -> line.contains("Index Cond"));
    }

    private List<String> plan(String condition) {
        List<String> plan = new ArrayList<>();
        new TransactionTemplate(new JdbcTransactionManager(city.owner())).executeWithoutResult(status -> {
            JdbcClient audit = JdbcClient.create(city.owner());
            audit.sql("SET LOCAL enable_seqscan = off").update();
            plan.addAll(audit.sql("EXPLAIN SELECT * FROM access.audit WHERE " + condition)
                    .query(String.class)
                    .list());
        });
        return plan;
    }

    @Test
    void aSearchThatCannotBeReadIsRefused() {
        for (String wrong :
                new String[] {"limit=0", "limit=201", "after=x", "from=dün", "release=x", "until=%2B999999999-12-31"})
            assertThat(auditor.get("/api/desk/audit?"
                                    + URI.create("http://x/?" + wrong.replace("ü", "%C3%BC"))
                                            .getRawQuery())
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
    }

    /** The entries of a search, once the journal has shipped that many. */
    private JsonNode found(String search, int least) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            JsonNode entries = auditor.json("/api/desk/audit?" + search).path("entries");
            if (entries.size() >= least || Instant.now().isAfter(end)) return entries;
            Patience.aMoment();
        }
    }
}
