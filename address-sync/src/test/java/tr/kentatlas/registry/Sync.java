package tr.kentatlas.registry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.Verdicts;
import tr.kentatlas.registry.match.CodeRecorder;
import tr.kentatlas.registry.match.Compare;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.pull.Brake;
import tr.kentatlas.registry.pull.HeldReadings;
import tr.kentatlas.registry.pull.Patience;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.pull.Puller;
import tr.kentatlas.registry.push.PushReport;
import tr.kentatlas.registry.push.Pusher;
import tr.kentatlas.registry.store.RegistryStore;

/** The whole synchronisation of a test city with one registry; never waits. */
final class Sync {
    static final String BY = "numarataj";

    final SyncCity city;
    final RegistryStore store;
    final Puller puller;
    final Compare compare;
    final Conflicts conflicts;
    final Verdicts verdicts;
    final Pusher pusher;

    Sync(SyncCity city, RegistryReadPort reads, RegistryWritePort writes, Duration settle) {
        this.city = city;
        this.store = new RegistryStore(city.database);
        this.puller = new Puller(
                store, reads, new Patience(3, Duration.ofSeconds(1), time -> {}), Brake.USUAL, SyncCity.MODEL);
        this.compare = new Compare(store, settle);
        this.conflicts = new Conflicts(store);
        this.verdicts = new Verdicts(store, city.edits);
        this.pusher = new Pusher(city.database, writes);
    }

    static Sync with(SyncCity city, MemoryRegistry registry) {
        return new Sync(city, registry, registry, Duration.ZERO);
    }

    List<PullResult> pull() {
        return Stream.of(SyncCity.WEST, SyncCity.EAST)
                .map(place -> puller.pullWhole(place, BY))
                .toList();
    }

    /** Takes over a reading that was held back, as it is now. */
    void allow(long place) {
        HeldReadings held = new HeldReadings(store);
        held.allow(place, held.find(place).orElseThrow().startedAt(), BY, "bakıldı", () -> {});
    }

    List<Conflict> compared() {
        compare.run(BY);
        return open();
    }

    List<Conflict> open() {
        return conflicts.open(Conflicts.Query.first(1000));
    }

    PushReport push() {
        PushReport report = pusher.run(BY, () -> false);
        new CodeRecorder(store).run(BY, () -> false);
        return report;
    }

    /** Everything of the city goes to the registry and is seen there. */
    void publishAll() {
        pull();
        compared().forEach(c -> verdicts.decide(c.number(), new Verdict.SendLocal("ilk kayıt"), BY, () -> {}));
        push();
        pull();
        compare.run(BY);
    }

    String state(String where) {
        return city.jdbc
                .sql("SELECT coalesce(string_agg(DISTINCT state, ' ' ORDER BY state), '') FROM registry.outbox WHERE "
                        + where)
                .query(String.class)
                .single();
    }
}
