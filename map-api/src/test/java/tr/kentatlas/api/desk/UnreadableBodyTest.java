package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
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
}
