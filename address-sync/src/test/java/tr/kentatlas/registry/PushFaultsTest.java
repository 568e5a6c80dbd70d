package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.memory.Faults;
import tr.kentatlas.registry.memory.Faults.Kind;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.push.PushReport;

class PushFaultsTest {
    private final SyncCity city = SyncCity.small();

    @Test
    void aTimeOutAfterTheCommitIsLookedUpAndNothingIsDoubled() {
        MemoryRegistry registry = with(Set.of(Capability.values()));
        Sync sync = newHouse(registry);
        registry.faults().nextWrites(Kind.TIMEOUT_AFTER);
        sync.push();
        assertThat(sync.state("level = 'building' AND tries > 0 AND state <> 'verified'"))
                .isEqualTo("uncertain");
        sync.push();
        assertEverythingOnce(sync, registry);
    }

    @Test
    void withoutLookUpATimeOutIsResolvedByReading() {
        MemoryRegistry registry = with(Set.of(Capability.WRITE));
        Sync sync = newHouse(registry);
        registry.faults().nextWrites(Kind.TIMEOUT_AFTER);
        sync.push();
        sync.push();
        assertThat(sync.state("state = 'uncertain'"))
                .as("not sent again blindly")
                .isEqualTo("uncertain");
        read(sync);
        assertEverythingOnce(sync, registry);
    }

    @Test
    void whatATimedOutMessageMadeIsNotTakenForSomethingOnlyTheRegistryHas() {
        MemoryRegistry registry = with(Set.of(Capability.WRITE));
        Sync sync = newHouse(registry);
        registry.faults().nextWrites(Kind.TIMEOUT_AFTER);
        sync.push();
        sync.pull();
        assertThat(sync.compared())
                .as("a building has no number to know it by")
                .noneMatch(conflict -> conflict.kind() == ConflictKind.C03);
        sync.push();
        read(sync);
        assertEverythingOnce(sync, registry);
    }

    @Test
    void aMessageThatNeverArrivedIsSentAgainAfterAReading() {
        MemoryRegistry registry = with(Set.of(Capability.WRITE));
        Sync sync = newHouse(registry);
        registry.faults().nextWrites(Kind.TIMEOUT_BEFORE);
        sync.push();
        read(sync);
        assertEverythingOnce(sync, registry);
    }

    @Test
    void aMessageDeliveredTwiceMakesOneObject() {
        MemoryRegistry registry = with(Set.of(Capability.values()));
        Sync sync = newHouse(registry);
        registry.faults().nextWrites(Kind.TWICE, Kind.TWICE, Kind.TWICE);
        sync.push();
        assertEverythingOnce(sync, registry);
    }

    @Test
    void aRegistryThatDoesNotAnswerStopsThePushAndKeepsTheQueue() {
        MemoryRegistry registry = with(Set.of(Capability.values()));
        Sync sync = Sync.with(city, registry);
        sync.pull();
        sync.compared()
                .forEach(c -> sync.verdicts.decide(c.number(), new Verdict.SendLocal("ilk kayıt"), Sync.BY, () -> {}));
        registry.faults().nextWrites(Kind.BROKEN, Kind.BROKEN, Kind.BROKEN);
        Remark last = Answer.theirs(ResultCode.BUSY_RETRY, "503", "meşgul").failure();
        assertThat(sync.push().stopped()).isEqualTo(Remark.of(Saying.NOT_ANSWERING, last));
        assertThat(sync.state("true")).isEqualTo("queued");
        assertThat(registry.truth().streets).isEmpty();
    }

    @Test
    @Timeout(60)
    void aMessageThatIsCancelledWhileThePushReachesItIsNotSent() throws SQLException {
        MemoryRegistry registry = with(Set.of(Capability.values()));
        Sync sync = newHouse(registry);
        try (Connection other = city.server.getConnection();
                Statement cancelling = other.createStatement()) {
            other.setAutoCommit(false);
            cancelling.executeUpdate("UPDATE registry.outbox SET state = 'cancelled' WHERE state = 'queued'");
            CompletableFuture<PushReport> push = CompletableFuture.supplyAsync(sync::push);
            city.awaitWaiting();
            other.commit();
            assertThat(push.join().acknowledged()).isZero();
        }
        assertThat(sync.state("state <> 'verified'")).isEqualTo("cancelled");
        assertThat(registry.truth().buildings).hasSize(8);
    }

    @Test
    void whatADeadProcessWasSendingIsUncertain() {
        MemoryRegistry registry = with(Set.of(Capability.WRITE));
        Sync sync = newHouse(registry);
        city.jdbc
                .sql(
                        "UPDATE registry.outbox SET state = 'sent', sent_at = now() WHERE level = 'building' AND state = 'queued'")
                .update();
        sync.push();
        assertThat(sync.state("level = 'building' AND state <> 'verified'")).isEqualTo("uncertain");
        read(sync);
        assertEverythingOnce(sync, registry);
    }

    private MemoryRegistry with(Set<Capability> capabilities) {
        return new MemoryRegistry(new Faults(1, 0), capabilities, Duration.ZERO);
    }

    /** Everything is in the registry but one new house, which is on its way. */
    private Sync newHouse(MemoryRegistry registry) {
        Sync sync = Sync.with(city, registry);
        sync.publishAll();
        city.house(
                city.jdbc
                        .sql("SELECT yon FROM working.numarataj ORDER BY kapi_no LIMIT 1")
                        .query(UUID.class)
                        .single(),
                "99",
                1);
        sync.compared()
                .forEach(c -> sync.verdicts.decide(c.number(), new Verdict.SendLocal("yeni bina"), Sync.BY, () -> {}));
        assertThat(sync.state("state = 'queued'")).isEqualTo("queued");
        return sync;
    }

    private static void read(Sync sync) {
        sync.pull();
        sync.compare.run(Sync.BY);
        sync.push();
    }

    private static void assertEverythingOnce(Sync sync, MemoryRegistry registry) {
        for (int i = 0; i < 3; i++) read(sync);
        assertThat(sync.compared()).isEmpty();
        assertThat(sync.state("true")).isEqualTo("verified");
        assertThat(registry.truth().doors).hasSize(9);
        assertThat(registry.truth().units).hasSize(17);
        assertThat(registry.truth().buildings.values())
                .filteredOn(b -> b.revision().active())
                .hasSize(9);
    }
}
