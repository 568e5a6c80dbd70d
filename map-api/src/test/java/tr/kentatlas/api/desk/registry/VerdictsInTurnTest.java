package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.testsupport.Patience;

/** Verdicts about several conflicts while the registry's own runs take their turns between them. */
@Timeout(60)
class VerdictsInTurnTest {
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('registry.sync'))";

    private final DeskCity city = DeskCity.shared();

    @Test
    void whatWasDecidedBeforeItWasAnothersTurnIsTold() throws SQLException {
        DeskClient numbering = city.signedIn(Role.NUMBERING);
        long first = conflict();
        long second = conflict();
        String both = wish(first + "," + second);
        try (Connection before = transaction();
                Connection after = transaction()) {
            before.createStatement().execute(TURN);
            var answer = CompletableFuture.supplyAsync(() -> numbering.post("/api/desk/registry/verdicts", both));
            awaitWaiting(1);
            var turn = CompletableFuture.supplyAsync(() -> execute(after));
            awaitWaiting(2);
            before.rollback();
            assertThat(answer.join().body()).isEqualTo("[{\"conflict\":" + first + ",\"refused\":null}]");
            assertThat(turn.join()).isTrue();
            HttpResponse<String> none = numbering.post("/api/desk/registry/verdicts", wish("" + second));
            assertThat(none.statusCode()).as("where nothing could be decided").isEqualTo(409);
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = city.owner().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static boolean execute(Connection connection) {
        try {
            return connection.createStatement().execute(TURN);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int several) {
        String waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database())";
        while (city.database().sql(waiting).query(Integer.class).single() < several) Patience.aMoment();
    }

    private long conflict() {
        return city.database()
                .sql(
                        "INSERT INTO registry.conflict (kind, level, local, neighbourhood, detail, changed_by)"
                                + " VALUES ('C04', 'door', gen_random_uuid(), 1, '{\"label\": [\"7\", null]}', 'local') RETURNING conflict_no")
                .query(Long.class)
                .single();
    }

    private static String wish(String conflicts) {
        return "{\"conflicts\":[" + conflicts + "],\"verdict\":\"ignore\",\"reason\":\"saha bekleniyor\"}";
    }
}
