package tr.kentatlas.registry;

import org.junit.jupiter.api.BeforeEach;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.RegisteredDoor;

/** Where most tests of the synchronisation begin: a small city, a registry that is in order, and everything of the city known there. */
abstract class RegisteredCity {
    final SyncCity city = SyncCity.small();
    final MemoryRegistry registry = MemoryRegistry.kind();
    final Sync sync = Sync.with(city, registry);

    @BeforeEach
    final void everythingIsInTheRegistry() {
        sync.publishAll();
    }

    /** Somebody else gives a door beside number 1 to the registry. */
    final void newRow(long code, String number) {
        RegisteredDoor beside = registry.truth().doors.values().stream()
                .filter(door -> door.number().equals("1"))
                .findFirst()
                .orElseThrow();
        registry.change((truth, revision) -> truth.doors.put(
                code,
                new RegisteredDoor(
                        code,
                        beside.neighbourhood(),
                        beside.street(),
                        beside.side(),
                        null,
                        null,
                        number,
                        beside.kind(),
                        null,
                        revision)));
    }
}
