package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

class RegistryDeskTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void viewersReadAndOnlyNumberingDecides() {
        long conflict = conflict();
        DeskClient viewer = city.signedIn(Role.VIEWER);
        assertThat(viewer.get("/api/desk/registry").statusCode()).isEqualTo(200);
        assertThat(viewer.post("/api/desk/registry/decisions", wish(conflict)).statusCode())
                .isEqualTo(403);
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        assertThat(numbering
                        .get("/api/desk/registry/conflicts?kind=C04&limit=500")
                        .body())
                .contains("\"number\":" + conflict);
        assertThat(numbering
                        .post("/api/desk/registry/decisions", wish(conflict))
                        .body())
                .contains("\"refused\":null");
        assertThat(state(conflict)).isEqualTo("ignored");
    }

    @Test
    void aDecisionWithoutAReasonIsRefused() {
        String wish = "{\"conflicts\":[1],\"decision\":\"ignore\"}";
        var answer = city.signedIn(Role.NUMBERING).post("/api/desk/registry/decisions", wish);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("reason");
    }

    @Test
    void withoutARegistryARunIsRefusedWithWhatToDo() {
        var answer = city.signedIn(Role.NUMBERING).post("/api/desk/registry/push", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("kent.registry.url");
    }

    @Test
    void theWorkListIsASpreadsheet() {
        var answer = city.signedIn(Role.NUMBERING).get("/api/desk/registry/worklist.csv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body()).startsWith("\ufeffSıra,İşlem");
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
        return "{\"conflicts\":[" + conflict + "],\"decision\":\"ignore\",\"reason\":\"saha bekleniyor\"}";
    }

    private String state(long conflict) {
        return city.database()
                .sql("SELECT state FROM registry.conflict WHERE conflict_no = ?")
                .param(conflict)
                .query(String.class)
                .single();
    }
}
