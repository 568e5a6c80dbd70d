package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

class ConflictWordsTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void whatDiffersIsToldInWordsAndNamesAndBothOutlinesAreToldToTheMap() {
        long kind = conflict(
                "building",
                "{\"kind\": [\"apartman\", \"mustakil\"], \"floors\": [4, 5]}",
                "SELECT tucbs_no FROM working.bina WHERE geom IS NOT NULL ORDER BY tucbs_no LIMIT 1");
        city.database()
                .sql("INSERT INTO registry.entry (level, code, neighbourhood, label, active, version)"
                        + " VALUES ('street', 990001, 1, 'LALE', false, 1) ON CONFLICT DO NOTHING")
                .update();
        conflict(
                "door",
                "{\"parent\": [990001, 990002]}",
                "SELECT tucbs_no FROM working.numarataj ORDER BY tucbs_no LIMIT 1");
        DeskClient numbering = city.signedIn(Role.NUMBERING).speaking("en");
        String told =
                numbering.get("/api/desk/registry/conflicts?kind=C11&limit=500").body();
        assertThat(told)
                .contains("\"kind\":[\"Block of flats\",\"Detached house\"]", "\"floors\":[4,5]")
                .contains("\"parent\":[\"LALE (990001)\",\"990002\"]");
        assertThat(numbering
                        .get("/api/desk/registry/conflicts/" + kind + "/shapes")
                        .body())
                .contains("{\"ours\":{\"type\":", "\"theirs\":null}");
    }

    private long conflict(String level, String detail, String object) {
        return city.database()
                .sql(
                        "INSERT INTO registry.conflict (kind, level, local, object, code, neighbourhood, detail, changed_by)"
                                + " SELECT 'C11', ?, o.id, o.id, NULL, 1, ?::jsonb, 'local' FROM (" + object + ") o(id)"
                                + " RETURNING conflict_no")
                .params(level, detail)
                .query(Long.class)
                .single();
    }
}
