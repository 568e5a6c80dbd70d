package tr.kentatlas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.maks.MaksSettings;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.RegistryBook.Content;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** A small city and the simulated registry made from it, talking SOAP over loopback. */
final class SoapCity implements AutoCloseable {
    static final Duration SETTLE = Duration.ofMillis(300);

    final SyncCity city = SyncCity.small();
    final RegistrySimulator simulator;

    SoapCity(long seed) {
        SimulatorOptions options = SimulatorOptions.onPort(0)
                .withSeed(seed)
                .withPageSize(5)
                .withDelay(Duration.ofMillis(50))
                .withQuota(1_000_000);
        simulator = RegistrySimulator.start(options, CitySeed.of(city.database, List.of()));
    }

    /** One try each: trying again is the synchronisation's own matter here. */
    static MaksRegistry registry(URI address) {
        return MaksRegistry.over(new MaksSettings(
                address,
                "kentatlas",
                new Secret("kentatlas"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                1,
                Duration.ZERO,
                10_000,
                Integer.MAX_VALUE,
                Duration.ZERO));
    }

    Sync sync() {
        MaksRegistry registry = registry(simulator.address());
        return new Sync(city, registry, registry, SETTLE);
    }

    /** Somebody else counts the floors of a building again. */
    void changeFloors(int which, int floors) {
        List<RegisteredBuilding> active = simulator.book().truth().buildings().stream()
                .filter(b -> b.revision().active())
                .toList();
        RegisteredBuilding b = active.get(Math.floorMod(which, active.size()));
        Revision revision = Revision.active(simulator.book().nextVersion());
        simulator
                .book()
                .change(new RegisteredBuilding(
                        b.code(),
                        b.neighbourhood(),
                        b.name(),
                        b.kind(),
                        b.condition(),
                        floors,
                        b.floorsBelow(),
                        b.footprint(),
                        revision));
    }

    /** Somebody else gives a door another number. */
    void renumber(int which, int number) {
        List<RegisteredDoor> active =
                truth().doors().stream().filter(d -> d.revision().active()).toList();
        RegisteredDoor d = active.get(Math.floorMod(which, active.size()));
        simulator
                .book()
                .change(new RegisteredDoor(
                        d.code(),
                        d.neighbourhood(),
                        d.street(),
                        d.side(),
                        d.building(),
                        d.otherConstruction(),
                        d.parcel(),
                        d.mainDoor(),
                        Integer.toString(number),
                        d.kind(),
                        d.position(),
                        Revision.active(simulator.book().nextVersion())));
    }

    Content truth() {
        return simulator.book().truth();
    }

    /** Reads, compares, decides and sends until nothing is left to do. */
    void settle(Sync sync, Clerk clerk) {
        for (int i = 0; i < 60; i++) {
            allowed(sync);
            round(sync, clerk);
            if (sync.open().isEmpty()
                    && sync.city.count("registry.outbox WHERE state IN ('queued', 'sent', 'uncertain', 'acked')")
                            == 0) {
                sync.pull();
                if (sync.compared().isEmpty()) return;
            }
        }
        throw new AssertionError("no end: " + sync.open() + " " + sync.state("true"));
    }

    /** Who takes over a reading that was held back has looked at it first: only one without faults counts. */
    private static void allowed(Sync sync) {
        sync.pull().stream()
                .filter(PullResult.Halted.class::isInstance)
                .forEach(halted -> sync.allow(halted.neighbourhood()));
    }

    static void round(Sync sync, Clerk clerk) {
        sync.pull();
        sync.compare.run(Sync.BY);
        clerk.decideAll();
        sync.push();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
