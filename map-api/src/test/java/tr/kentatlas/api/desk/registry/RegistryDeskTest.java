package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.testsupport.Patience;

class RegistryDeskTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void viewersReadRatesAndNothingOfASingleAddress() {
        DeskClient viewer = city.signedIn(Role.VIEWER);
        DeskClient steward = city.signedIn(Role.STEWARD);
        for (String rows : List.of(
                "conflicts?level=unit",
                "conflicts/alike?kind=C04&level=unit&neighbourhood=1",
                "conflicts/1/candidates",
                "outbox",
                "held/1",
                "left-out/1",
                "worklist",
                "worklist.csv")) {
            String address = "/api/desk/registry/" + rows;
            assertThat(viewer.get(address).statusCode()).as(rows).isEqualTo(403);
            assertThat(steward.get(address).statusCode()).as(rows).isNotEqualTo(403);
        }
        assertThat(viewer.get("/api/desk/registry/neighbourhoods").statusCode()).isEqualTo(200);
    }

    @Test
    void viewersReadAndOnlyNumberingDecides() {
        long conflict = conflict();
        DeskClient viewer = city.signedIn(Role.VIEWER);
        assertThat(viewer.get("/api/desk/registry").statusCode()).isEqualTo(200);
        assertThat(viewer.post("/api/desk/registry/verdicts", wish(conflict)).statusCode())
                .isEqualTo(403);
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        assertThat(numbering
                        .get("/api/desk/registry/conflicts?kind=C04&limit=500")
                        .body())
                .contains("\"number\":" + conflict);
        assertThat(numbering.post("/api/desk/registry/verdicts", wish(conflict)).body())
                .contains("\"refused\":null");
        assertThat(state(conflict)).isEqualTo("ignored");
    }

    @Test
    void whatCannotBeComparedIsToldWithWhatItLacks() {
        UUID door = UUID.randomUUID();
        city.database()
                .sql("INSERT INTO working.numarataj (tucbs_no, kapi_no, geom) SELECT ?, '7', ST_PointOnSurface(geom)"
                        + " FROM registry.neighbourhood ORDER BY code LIMIT 1")
                .param(door)
                .update();
        long code = city.database()
                .sql("SELECT min(code) FROM registry.neighbourhood")
                .query(Long.class)
                .single();
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        numbering.post("/api/desk/registry/compare", "{}");
        awaitTheRun(numbering);
        String told = numbering.get("/api/desk/registry/left-out/" + code).body();
        assertThat(told)
                .contains("{\"level\":\"door\",\"object\":\"" + door + "\",\"label\":\"7\",\"missing\":\"side\"}");
        city.database()
                .sql("DELETE FROM working.numarataj WHERE tucbs_no = ?")
                .param(door)
                .update();
    }

    /** The model is some hundred files. */
    @Test
    void theModelIsReadOnceForAllRequests() {
        RegistryRun runs = city.web().getBean(RegistryRun.class);
        assertThat(runs.sync()).isSameAs(runs.sync());
    }

    @Test
    void aDecisionWithoutAReasonIsRefused() {
        String wish = "{\"conflicts\":[1],\"verdict\":\"ignore\"}";
        var answer = city.signedIn(Role.NUMBERING).post("/api/desk/registry/verdicts", wish);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("reason");
    }

    @Test
    void manyAreDecidedInTheirOwnRightAndEachIsInTheAudit() {
        DeskClient numbering = city.signedIn(Role.NUMBERING).speaking("en");
        long first = conflict();
        long changed = conflict();
        long last = conflict();
        String wish = bulk(first, changed, last);
        city.database()
                .sql("UPDATE registry.conflict SET detail = '{\"label\": [\"8\", null]}' WHERE conflict_no = ?")
                .param(changed)
                .update();
        var answer = numbering.post("/api/desk/registry/verdicts/bulk", wish);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"conflict\":" + changed + ",\"refused\":\"It has changed since");
        assertThat(List.of(state(first), state(changed), state(last))).containsExactly("ignored", "open", "ignored");
        assertThat(numbering.post("/api/desk/registry/verdicts/bulk", wish).body())
                .as("the same once more decides nothing twice")
                .doesNotContain("\"refused\":null");
        assertThat(city.database()
                        .sql("SELECT count(*) FROM registry.journal WHERE what = 'conflict' AND key IN (?, ?, ?)")
                        .params(Long.toString(first), Long.toString(changed), Long.toString(last))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aBulkDecisionThatMakesNoSenseIsRefusedWithWhatToDo() {
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        String some = "[{\"conflict\":1,\"mark\":\"m\"}]";
        for (String body : List.of(
                "{}",
                "[]",
                "nonsense",
                "{\"conflicts\":[null],\"verdict\":\"ignore\",\"reason\":\"r\"}",
                "{\"conflicts\":[{\"conflict\":1}],\"verdict\":\"ignore\",\"reason\":\"r\"}",
                "{\"conflicts\":" + some + ",\"verdict\":\"link\",\"reason\":\"r\"}",
                "{\"conflicts\":" + some + ",\"verdict\":\"ignore\",\"reason\":\" \"}",
                "{\"conflicts\":" + some + ",\"verdict\":\"ignore\",\"reason\":\"r\",\"until\":\"yarın\"}")) {
            assertThat(numbering.post("/api/desk/registry/verdicts/bulk", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String query :
                List.of("", "?kind=C04&level=door", "?kind=C04&level=ev&street=1", "?kind=C04&level=door&street=x")) {
            assertThat(numbering
                            .get("/api/desk/registry/conflicts/alike" + query)
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(numbering.get("/api/desk/registry/conflicts/x/candidates").statusCode())
                .isEqualTo(400);
        assertThat(numbering.get("/api/desk/registry/conflicts/0/candidates").body())
                .isEqualTo("[]");
    }

    private String bulk(Long... conflicts) {
        String seen = city.database()
                .sql(
                        "SELECT string_agg(format('{\"conflict\":%s,\"mark\":\"%s\"}', conflict_no, registry.conflict_mark(c)), ','"
                                + " ORDER BY conflict_no) FROM registry.conflict c WHERE conflict_no = ANY (?)")
                .param(conflicts)
                .query(String.class)
                .single();
        return "{\"conflicts\":[" + seen + "],\"verdict\":\"ignore\",\"reason\":\"toplu\"}";
    }

    @Test
    void withoutARegistryARunIsRefusedWithWhatToDo() {
        var answer = city.signedIn(Role.NUMBERING).post("/api/desk/registry/push", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("KENT_REGISTRY_URL");
    }

    @Test
    void theWorkListIsASpreadsheet() {
        var answer = city.signedIn(Role.NUMBERING).get("/api/desk/registry/worklist.csv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body()).startsWith("\ufeff\"Sıra\";\"İşlem\"");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("uavt-is-listesi.csv"));
    }

    @Test
    void onlyWhatSomebodyLookedAtIsHandedOver() {
        long seen = queued();
        long since = queued();
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        String take = "/api/desk/registry/worklist/take";
        assertThat(numbering.post(take, "{}").statusCode()).isEqualTo(400);
        assertThat(numbering.post(take, "{\"messages\":[" + seen + "]}").body()).isEqualTo("{\"messages\":1}");
        assertThat(city.database()
                        .sql("SELECT state FROM registry.outbox WHERE queued_no IN (?, ?) ORDER BY queued_no")
                        .params(seen, since)
                        .query(String.class)
                        .list())
                .containsExactly("by-hand", "queued");
        assertThat(numbering.get("/api/desk/registry/worklist.csv").body())
                .as("what may be sent yet is not for typing in")
                .contains("\r\n" + seen + ";")
                .doesNotContain("\r\n" + since + ";");
        city.database()
                .sql("UPDATE registry.outbox SET state = 'cancelled' WHERE queued_no IN (?, ?)")
                .params(seen, since)
                .update();
    }

    @Test
    @Timeout(60)
    void whatWaitsIsTakenBackWithAReasonAndWhatPeopleTypedInIsSaidSo() {
        long waits = queued();
        long withPeople = queued();
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        numbering.post("/api/desk/registry/worklist/take", "{\"messages\":[" + withPeople + "]}");
        String both = "{\"messages\":[" + waits + "," + withPeople + "]";
        assertThat(numbering
                        .post("/api/desk/registry/worklist/entered", both + "}")
                        .body())
                .isEqualTo("{\"messages\":1}");
        assertThat(city.database()
                        .sql("SELECT state FROM registry.outbox WHERE queued_no = ?")
                        .param(withPeople)
                        .query(String.class)
                        .single())
                .isEqualTo("entered");
        String back = "/api/desk/registry/outbox/take-back";
        assertThat(numbering.post(back, both + "}").statusCode()).isEqualTo(400);
        assertThat(city.signedIn(Role.STEWARD)
                        .post(back, both + ",\"reason\":\"yanlış\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(numbering.post(back, both + ",\"reason\":\"yanlış\"}").body())
                .isEqualTo("{\"messages\":2}");
        assertThat(numbering.get("/api/desk/registry/outbox?state=by-hand").body())
                .as("the registry may have what somebody said to have typed in")
                .contains("\"number\":" + withPeople);
        assertThat(numbering.post(back, both + ",\"reason\":\"yanlış\"}").body())
                .isEqualTo("{\"messages\":1}");
        assertThat(numbering.get("/api/desk/registry/outbox?state=cancelled").body())
                .contains("\"number\":" + waits, "\"number\":" + withPeople, "Geri alındı: yanlış");
        awaitTheRun(numbering);
    }

    private static void awaitTheRun(DeskClient numbering) {
        while (!numbering.get("/api/desk/registry/run").body().contains("\"state\":\"done\"")) Patience.aMoment();
    }

    private long queued() {
        return city.database()
                .sql("INSERT INTO registry.outbox (level, action, local, neighbourhood, queued_by, reason)"
                        + " VALUES ('door', 'put', gen_random_uuid(), 1, 'test', 'test') RETURNING queued_no")
                .query(Long.class)
                .single();
    }

    @Test
    void anObjectWithAPeriodToComeIsToldOnceAsItIsToday() {
        UUID door = UUID.randomUUID();
        city.database()
                .sql("INSERT INTO working.numarataj (tucbs_no, kapi_no, gecerlilik_baslangic, gecerlilik_bitis) VALUES"
                        + " (?, '7', NULL, now() + interval '1 day'), (?, '9', now() + interval '1 day', NULL)")
                .params(door, door)
                .update();
        long conflict = conflict();
        city.database()
                .sql("UPDATE registry.conflict SET object = ? WHERE conflict_no = ?")
                .params(door, conflict)
                .update();
        String told = city.signedIn(Role.STEWARD)
                .get("/api/desk/registry/conflicts?kind=C04&after=" + (conflict - 1))
                .body();
        assertThat(told).containsOnlyOnce("\"number\":" + conflict).contains("\"door\":\"7\",\"label\":\"7\"");
        city.database()
                .sql("DELETE FROM working.numarataj WHERE tucbs_no = ?")
                .param(door)
                .update();
    }

    private long conflict() {
        return city.database()
                .sql(
                        "INSERT INTO registry.conflict (kind, level, local, neighbourhood, detail, changed_by)"
                                + " VALUES ('C04', 'door', gen_random_uuid(), 1, '{\"label\": [\"7\", null]}', 'local') RETURNING conflict_no")
                .query(Long.class)
                .single();
    }

    private static String wish(long conflict) {
        return "{\"conflicts\":[" + conflict + "],\"verdict\":\"ignore\",\"reason\":\"saha bekleniyor\"}";
    }

    private String state(long conflict) {
        return city.database()
                .sql("SELECT state FROM registry.conflict WHERE conflict_no = ?")
                .param(conflict)
                .query(String.class)
                .single();
    }
}
