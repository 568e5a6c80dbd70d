package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.pull.PullResult;

/** A reading or comparison in a city whose database grants a statement little time, or cannot count what matches. */
class UncountableCityTest {
    private final SyncCity city = SyncCity.alone();
    private final MemoryRegistry registry = MemoryRegistry.kind();

    @BeforeEach
    void everythingIsInTheRegistry() {
        Sync.with(city, registry).publishAll();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void whatWasDoneIsToldThoughItCannotBeCounted() {
        city.jdbc.sql("ALTER TABLE registry.rate RENAME TO away").update();
        assertThat(pulled()).hasOnlyElementsOfType(PullResult.Complete.class);
        assertThat(new AddressSync(city.server, SyncCity.MODEL, SyncCity.SRID)
                        .compare(Sync.BY, () -> false)
                        .open())
                .isEmpty();
    }

    @Test
    void countingTakesTheTimeItNeeds() {
        city.jdbc.sql("""
                        CREATE FUNCTION registry.slow() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN PERFORM pg_sleep(4); RETURN NULL; END $$;
                        CREATE TRIGGER slow AFTER INSERT ON registry.rate EXECUTE FUNCTION registry.slow();
                        DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 3000', current_database()); END $$
                        """).update();
        assertThat(pulled()).hasOnlyElementsOfType(PullResult.Complete.class);
        assertThat(city.count("registry.rate")).isPositive();
    }

    @Test
    void aComparisonWaitsForItsTurnLongerThanAQuestionMayTake() throws SQLException {
        city.jdbc
                .sql(
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 1000', current_database()); END $$")
                .update();
        Sync later = Sync.with(SyncCity.over(city.server), registry);
        try (Connection deciding = city.server.getConnection();
                Statement statement = deciding.createStatement()) {
            deciding.setAutoCommit(false);
            statement.execute("SET statement_timeout = 0; SELECT pg_advisory_xact_lock(hashtext('registry.sync'))");
            var compared = CompletableFuture.supplyAsync(() -> later.compare.run(Sync.BY));
            city.awaitWaiting();
            statement.execute("SELECT pg_sleep(2)");
            deciding.rollback();
            assertThat(compared.join().open()).isEmpty();
        } finally {
            later.city.close();
        }
    }

    private List<PullResult> pulled() {
        return new AddressSync(city.server, SyncCity.MODEL, SyncCity.SRID)
                .pull(registry, List.of(SyncCity.WEST), AddressSync.Reading.WHOLE, Sync.BY, result -> {}, () -> false);
    }
}
