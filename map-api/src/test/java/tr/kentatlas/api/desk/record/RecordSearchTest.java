package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

class RecordSearchTest {
    private final DeskCity city = DeskCity.shared();
    private final DeskClient editor = city.signedIn(Role.EDITOR).speaking("tr");

    @Test
    void aSearchThatTakesTooLongIsRefusedWithHowToNarrowIt() throws SQLException {
        try (Connection busy = city.owner().getConnection()) {
            busy.setAutoCommit(false);
            busy.createStatement().execute("LOCK TABLE working.agac IN ACCESS EXCLUSIVE MODE");
            HttpResponse<String> answer = editor.get("/api/desk/records/agac?q=ceviz");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("daha uzun bir sözcük");
        }
    }
}
