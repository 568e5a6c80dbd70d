package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.pull.PullResult;

/** A reading or comparison that is done, and a count of what matches that cannot be had or takes its time. */
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

    private List<PullResult> pulled() {
        return new AddressSync(city.server, SyncCity.MODEL, SyncCity.SRID)
                .pull(registry, List.of(SyncCity.WEST), AddressSync.Reading.WHOLE, Sync.BY, result -> {}, () -> false);
    }
}
