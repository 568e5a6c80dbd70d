package tr.kentatlas.spatial.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;

class JobLockTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    private final PGSimpleDataSource city = TestCity.empty();

    @Test
    void whileAJobGoesOnAnotherOfItsNameDoesNotBegin() {
        Optional<Optional<String>> outer = JobLock.with(city, "a", () -> JobLock.with(city, "a", () -> "inner"));
        assertThat(outer).contains(Optional.empty());
        assertThat(JobLock.with(city, "a", () -> JobLock.with(city, "b", () -> "inner")))
                .contains(Optional.of("inner"));
    }

    @Test
    void aJobThatFailedHoldsNobodyUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobLock.with(city, "a", () -> {
                    throw new IllegalArgumentException("on purpose");
                }));
        assertThat(JobLock.with(city, "a", () -> "next")).contains("next");
    }

    @Test
    void aJobKnowsWhenTheDatabaseLetGoOfIt() {
        JdbcClient jdbc = JdbcClient.create(city);
        List<Boolean> mine = new ArrayList<>();
        assertThatThrownBy(() -> JobLock.withHeld(city, "a", held -> {
                    mine.add(held.isStillMine());
                    jdbc.sql(
                                    "SELECT pg_terminate_backend(l.pid, 30000) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                            + " WHERE l.locktype = 'advisory' AND d.datname = current_database()")
                            .query()
                            .listOfRows();
                    mine.add(held.isStillMine());
                    return "done";
                }))
                .hasMessageContaining("the database failed during a");
        assertThat(mine).containsExactly(true, false);
    }

    @Test
    void aJobHasItsTurnToTheEndOnAServerThatEndsWhoIdles() {
        JdbcClient jdbc = JdbcClient.create(city);
        jdbc.sql("ALTER DATABASE " + city.getDatabaseName() + " SET idle_session_timeout = '50ms'")
                .update();
        Optional<Optional<String>> outer = JobLock.with(city, "a", () -> {
            jdbc.sql("SELECT pg_sleep(0.5)").query().singleRow();
            return JobLock.with(city, "a", () -> "inner");
        });
        assertThat(outer).contains(Optional.empty());
    }

    @Test
    void whoWaitsForAJobIsToldWhetherItEndedInTime() {
        assertThat(JobLock.endsWithin(city, "a", SHORT)).isTrue();
        assertThat(JobLock.with(city, "a", () -> JobLock.endsWithin(city, "a", SHORT)))
                .contains(false);
        assertThat(JobLock.with(city, "a", () -> "next"))
                .as("waiting leaves nothing held")
                .contains("next");
    }
}
