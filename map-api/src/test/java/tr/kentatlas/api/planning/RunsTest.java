package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.testsupport.Patience;

/** A question that takes long can be ended, by who asked it and nobody else. */
@Timeout(60)
class RunsTest {
    private static final Staff AYSE = new Staff(1, "ayse", "Ayşe", Set.of(Role.PLANNER));
    private static final Staff VELI = new Staff(2, "veli", "Veli", Set.of(Role.PLANNER));

    private final Runs runs = new Runs();

    @Test
    void walkingEndsWhenItsOwnerEndsIt() {
        assertThatThrownBy(() -> runs.during(AYSE, "q1", run -> {
                    assertThat(runs.find(VELI, "q1")).isEmpty();
                    runs.find(AYSE, "q1").orElseThrow().stop();
                    if (run.isStopped()) throw new CancellationException();
                    return "answered";
                }))
                .isInstanceOf(Problem.class)
                .hasMessage("planning.ended");
        assertThat(runs.find(AYSE, "q1")).as("nothing is left of it").isEmpty();
    }

    @Test
    void aNameThatIsNoneStillGetsAnAnswer() {
        String odd = runs.during(AYSE, "../x", run -> "answered");
        assertThat(odd).isEqualTo("answered");
        String none = runs.during(AYSE, null, run -> run.progress().stage());
        assertThat(none).isEqualTo("waiting");
    }

    @Test
    void aStatementEndsToo() throws Exception {
        PGSimpleDataSource database = SmallCity.database();
        Run run = new Run();
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Future<Boolean> asked = other.submit(() -> {
                run.begins(statement);
                return statement.execute("SELECT pg_sleep(50) /* a long question */");
            });
            JdbcClient client = JdbcClient.create(database);
            while (client.sql(
                                    "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%a long question%'"
                                            + " AND pid <> pg_backend_pid()")
                            .query(Long.class)
                            .single()
                    == 0) Patience.aMoment();
            run.stop();
            assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("cancel");
        }
    }
}
