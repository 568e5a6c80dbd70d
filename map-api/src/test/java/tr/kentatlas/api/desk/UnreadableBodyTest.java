package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.api.access.Role;

/** What is sent to the desk may be anything; the sender is told, and nothing fails. */
class UnreadableBodyTest {
    private final DeskCity city = DeskCity.shared();
    private final DeskClient client = new DeskClient(city.url());

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{}", "{\"name\": 7}", "\u0000"})
    void aBodyThatCannotBeReadIsTheSendersFault(String body) {
        DeskCity.Somebody admin = city.somebody(Role.ADMIN);
        client.signIn(admin.account(), admin.password());
        for (String path : new String[] {"/api/desk/account/password", "/api/desk/staff", "/api/desk/thematic"}) {
            HttpResponse<String> answer = client.post(path, body);
            assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("/problems/invalid-parameters");
        }
    }

    @Test
    void whatIsLargerThanAnyQuestionIsNotRead() {
        DeskClient planner = city.signedIn(Role.PLANNER);
        HttpResponse<String> told = planner.post("/api/desk/thematic", "[" + "1,".repeat(600_000) + "1]");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(413);
        assertThat(told.body()).contains("\"type\":\"/problems/http-413\"");
    }

    @Test
    void whatIsSentWithoutItsSizeIsNotReadToItsEndEither() {
        DeskClient planner = city.signedIn(Role.PLANNER);
        HttpResponse<String> told = planner.send(planner.request("/api/desk/thematic")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", planner.cookie("XSRF-TOKEN").orElseThrow())
                .POST(BodyPublishers.ofInputStream(() ->
                        new ByteArrayInputStream(("[" + "1,".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8))))
                .build());
        assertThat(told.statusCode()).as(told.body()).isEqualTo(413);
    }

    /** Such a member would have said less than its sender meant: "untill" on "ignore" would be for ever. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NUMBERING  | registry/verdicts        | {"conflicts":[1],"verdict":"ignore","reason":"r","untill":"2030-01-01"} | untill
            NUMBERING  | registry/verdicts/bulk   | {"conflicts":[{"conflict":1,"mark":"m","marc":"m"}]}                     | conflicts[0].marc
            NUMBERING  | registry/pull             | {"neighbourhood":[1]}                                                    | neighbourhood
            NUMBERING  | registry/held/1/allow     | {"startedat":"2026-01-01T00:00:00Z","reason":"r"}                        | startedat
            AGREEMENTS | agreements/1/state        | {"state":"revoked","reasons":"r"}                                        | reasons
            AGREEMENTS | agreements/1/keys         | {"label":"k","days":3,"until":"2030-01-01"}                              | until
            ADMIN      | staff                     | {"account":"a","name":"A","role":["admin"]}                              | role
            PLANNER    | thematic/1/state          | {"state":"shared","decision":"2026/5"}                                   | decision
            VIEWER     | account/password          | {"current":"a","next":"b","again":"b"}                                   | again
            """)
    void aMemberNobodyKnowsIsNamed(Role role, String path, String body, String member) {
        HttpResponse<String> answer = city.signedIn(role).post("/api/desk/" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("{\"parameter\":\"" + member + "\",\"detail\":\"unknown member\"}");
    }
}
