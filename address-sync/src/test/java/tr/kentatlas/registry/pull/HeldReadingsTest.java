package tr.kentatlas.registry.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

class HeldReadingsTest {
    private static final long PLACE = 170_001;

    private final PGSimpleDataSource server = PostgisServer.shared()
            .newDatabase(PostgisServer.shared().template("registry", db -> new Migrations(db, 5255).migrate()));
    private final JdbcClient jdbc = JdbcClient.create(server);
    private final HeldReadings held = new HeldReadings(new RegistryStore(server));

    @Test
    @Timeout(60)
    void aReadingThatIsBegunAnewWhileItIsAllowedEndsNothing() throws SQLException {
        OffsetDateTime seen = halted();
        try (Connection other = server.getConnection()) {
            other.setAutoCommit(false);
            Cursor.begin(JdbcClient.create(new SingleConnectionDataSource(other, true)), PLACE, 1, null, null);
            CompletableFuture<PullResult> allowing =
                    CompletableFuture.supplyAsync(() -> held.allow(PLACE, seen, "şef", "bakıldı", () -> {}));
            awaitWaiting();
            other.commit();
            assertThatThrownBy(allowing::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotHeld.class, no -> assertThat(no.why()).isEqualTo(NotHeld.Why.NOT_HELD));
        }
        assertThat(count("registry.entry WHERE NOT listed")).isZero();
    }

    /** Three doors are known, the reading shows two. */
    private OffsetDateTime halted() {
        jdbc.sql("INSERT INTO registry.entry (level, code, neighbourhood, active, version)"
                        + " SELECT 'door', n, ?, true, 1 FROM generate_series(1, 3) n")
                .param(PLACE)
                .update();
        jdbc.sql("INSERT INTO registry.incoming (level, code, neighbourhood, active, version)"
                        + " SELECT 'door', n, ?, true, 1 FROM generate_series(1, 2) n")
                .param(PLACE)
                .update();
        jdbc.sql("INSERT INTO registry.pull (neighbourhood, state, started_at) VALUES (?, 'halted', now())")
                .param(PLACE)
                .update();
        return held.find(PLACE).orElseThrow().startedAt();
    }

    private void awaitWaiting() {
        while (count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
            LockSupport.parkNanos(5_000_000);
    }

    private long count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
