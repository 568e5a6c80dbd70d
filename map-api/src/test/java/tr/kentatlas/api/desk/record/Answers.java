package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.desk.DeskCity;

/** What the desk answers about records, and the records the tests ask it about. */
final class Answers {
    static final String ALL = "/api/desk/records";
    private static int used;

    private Answers() {}

    /** A plain building that no test has touched. */
    static synchronized UUID building(DeskCity city) {
        return city.database()
                .sql(
                        "SELECT tucbs_no FROM working.bina WHERE ST_NPoints(geom) = 5 AND surum_no = 1 AND gecerlilik_baslangic IS NULL ORDER BY row_no OFFSET ? LIMIT 1")
                .param(used++)
                .query(UUID.class)
                .single();
    }

    static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JsonMapper.shared().readTree(answer.body());
    }

    static void refused(HttpResponse<String> answer, int status, String... told) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }
}
