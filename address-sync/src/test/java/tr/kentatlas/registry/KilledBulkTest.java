package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.worklist.Worklist;
import tr.kentatlas.testsupport.Child;

/** Many conflicts are being decided alike, and the process is killed again and again: each is decided wholly or not at all. */
class KilledBulkTest {
    private static final int MANY = 24;
    private static final int KILLS = 3;

    private final SyncCity city = SyncCity.small();
    private final MemoryRegistry registry = MemoryRegistry.kind();
    private final Sync sync = Sync.with(city, registry);

    @ParameterizedTest
    @EnumSource
    void eachConflictIsDecidedWhollyOrOpenAndTheSameBulkFinishes(BulkKind kind) throws Exception {
        disagree(kind);
        List<Seen> bulk = bulk(kind);
        assertThat(bulk).hasSize(MANY);
        Random dice = new Random(kind.code.name().hashCode());
        List<Long> told = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            told.addAll(decideUntilKilled(kind, bulk, dice));
            assertWhole(kind, bulk, told);
        }
        long decided = decided(kind, bulk);
        assertThat(decided).isBetween(1L, MANY - 1L);
        assertThat(again(kind, bulk)).as("what stands is not decided twice").isEqualTo(decided);
        assertThat(decided(kind, bulk)).isEqualTo(MANY);
        if (kind == BulkKind.SENT) assertThat(new Worklist(sync.store).rows()).hasSize(MANY);
        sync.push();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
        new Agreement(city, registry::content).assertEqualSides();
    }

    /** The conflicts told before they stood; inside the transaction of the last one, or soon after, the process ends. */
    private List<Long> decideUntilKilled(BulkKind kind, List<Seen> bulk, Random dice) throws Exception {
        String[] arguments = Stream.concat(Stream.of(kind.name()), bulk.stream().map(BulkProcess::argument))
                .toArray(String[]::new);
        Process process = Child.over(city.server, BulkProcess.class, arguments).start();
        List<Long> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader();
                OutputStream in = process.getOutputStream()) {
            for (int left = dice.nextInt(4); left >= 0; left--) {
                told.add(Long.valueOf(out.readLine()));
                if (left > 0) goOn(in);
            }
            if (dice.nextBoolean()) {
                goOn(in);
                process.waitFor(dice.nextInt(12), TimeUnit.MILLISECONDS);
            }
            assertThat(process.isAlive()).as("it runs until it is killed").isTrue();
            process.toHandle().destroyForcibly(); // what it told last can still be read
            process.waitFor();
            out.lines().map(Long::valueOf).forEach(told::add);
        }
        return told;
    }

    private static void goOn(OutputStream in) throws IOException {
        in.write('\n');
        in.flush();
    }

    private void assertWhole(BulkKind kind, List<Seen> bulk, List<Long> told) {
        assertThat(states(kind, bulk)).containsOnly(kind.wholly("open"), kind.wholly("decided"));
        List<Long> stand = city.jdbc
                .sql("SELECT conflict_no FROM registry.conflict WHERE state = 'decided' AND conflict_no = ANY (?)")
                .param(numbers(bulk))
                .query((row, n) -> row.getLong(1))
                .list();
        assertThat(told).as("nothing stands that was not told").containsAll(stand);
    }

    private long decided(BulkKind kind, List<Seen> bulk) {
        return states(kind, bulk).stream()
                .filter(kind.wholly("decided")::equals)
                .count();
    }

    /** As soon as the killed process's transaction has ended at the server. */
    private List<String> states(BulkKind kind, List<Seen> bulk) {
        return sync.store.alone(
                Sync.BY,
                jdbc -> jdbc.sql(kind.sql())
                        .param(numbers(bulk))
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private static Long[] numbers(List<Seen> bulk) {
        return bulk.stream().map(Seen::conflict).toArray(Long[]::new);
    }

    /** How many were refused. */
    private long again(BulkKind kind, List<Seen> bulk) {
        return bulk.stream()
                .filter(seen -> {
                    try {
                        sync.verdicts.decide(seen, kind.decision, Sync.BY, () -> {});
                        return false;
                    } catch (VerdictRefused stands) {
                        return true;
                    }
                })
                .count();
    }

    private List<Seen> bulk(BulkKind kind) {
        return sync.conflicts.seen(new Conflicts.Query(kind.code, Level.DOOR, SyncCity.WEST, null, 0, 500));
    }

    private void disagree(BulkKind kind) {
        if (kind == BulkKind.FOLLOWED || kind == BulkKind.ENDED) doors();
        sync.publishAll();
        switch (kind) {
            case SENT -> doors();
            case TAKEN_OVER -> IntStream.range(0, MANY).forEach(this::newInTheRegistry);
            case FOLLOWED -> registered().forEach(door -> change(door, door.number() + "/A"));
            case ENDED -> registered().forEach(door -> retire(door));
        }
        sync.pull().stream()
                .filter(PullResult.Halted.class::isInstance)
                .forEach(halted -> sync.allow(halted.neighbourhood()));
        sync.compared();
    }

    private void doors() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        for (int i = 0; i < MANY; i++) city.door(side, Integer.toString(800 + i), null);
    }

    private List<RegisteredDoor> registered() {
        return registry.truth().doors.values().stream()
                .filter(door -> door.number().matches("8\\d\\d"))
                .toList();
    }

    private void newInTheRegistry(int number) {
        RegisteredDoor beside = registry.truth().doors.values().stream()
                .filter(door -> door.number().equals("1"))
                .findFirst()
                .orElseThrow();
        long code = 700_000L + number;
        registry.change((truth, revision) -> truth.doors.put(code, door(beside, code, "7" + number, revision)));
    }

    private static RegisteredDoor door(RegisteredDoor beside, long code, String number, Revision revision) {
        return new RegisteredDoor(
                code,
                beside.neighbourhood(),
                beside.street(),
                beside.side(),
                null,
                null,
                number,
                beside.kind(),
                null,
                revision);
    }

    private void change(RegisteredDoor door, String number) {
        registry.change((truth, revision) -> truth.doors.put(door.code(), truth.with(door, number, revision)));
    }

    private void retire(RegisteredDoor door) {
        new RemoteMess(registry, 1).retire(Level.DOOR, door.code());
    }
}
