package tr.kentatlas.registry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tr.kentatlas.registry.memory.MemoryRegistry;

/** Where most tests of the synchronisation begin: a small city, a registry that is in order, and everything of the city known there. */
abstract class RegisteredCity {
    final SyncCity city = SyncCity.small();
    final MemoryRegistry registry = MemoryRegistry.kind();
    final Sync sync = Sync.with(city, registry);

    @BeforeEach
    final void everythingIsInTheRegistry() {
        sync.publishAll();
    }

    @AfterEach
    final void close() {
        city.close();
    }
}
