package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** What the tests compare with: the published tables, read past the service. */
final class PublishedTables {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DeskCity city;

    PublishedTables(DeskCity city) {
        this.city = city;
    }

    /** Of the latest snapshot that has the type. */
    String of(String type) {
        return city.database()
                .sql(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname LIKE 'yayin\\_%' AND tablename = ?"
                                + " ORDER BY substring(schemaname FROM '[0-9]+')::int DESC LIMIT 1")
                .param(type)
                .query(String.class)
                .single();
    }

    long number(String sql) {
        return city.database().sql(sql).query(Long.class).single();
    }

    double measure(String sql) {
        return city.database().sql(sql).query(Double.class).single();
    }

    String text(String sql) {
        return city.database().sql(sql).query(String.class).single();
    }

    /** The first entry of the audit by which somebody is known to have done something; entries arrive a moment later. */
    JsonNode audited(String account, String action) {
        DeskClient auditor = city.signedIn(Role.AUDITOR);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            JsonNode entries = auditor.json("/api/desk/audit?caller=" + account + "&action=" + action)
                    .path("entries");
            if (!entries.isEmpty()) return entries.get(0);
        }
        throw new AssertionError("nothing of " + action + " is in the audit");
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
