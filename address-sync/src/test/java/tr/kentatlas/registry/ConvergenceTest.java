package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tr.kentatlas.registry.Clerk.Policy;
import tr.kentatlas.registry.memory.Faults;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.pull.PullResult;

/**
 * Whatever both sides do and whatever fails: once the faults stop, reading, comparing, deciding and sending ends with both sides equal,
 * nothing lost, nothing doubled.
 */
class ConvergenceTest {
    private static final int MOST_ROUNDS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(Integer.getInteger("seed.from", 1), Integer.getInteger("seed.to", 50));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesAgreeOnceTheFaultsStop(long seed) {
        Random dice = new Random(seed);
        Policy policy = seed % 2 == 0 ? Policy.KEEP_EVERYTHING : Policy.ANYTHING;
        MemoryRegistry registry =
                new MemoryRegistry(new Faults(seed, 0), capabilities(dice), Duration.ofMillis(dice.nextInt(30)));
        SyncCity city = SyncCity.small();
        Sync sync = new Sync(city, registry, registry, Duration.ofMillis(60));
        Clerk clerk = new Clerk(sync, seed, policy);
        settle(sync, clerk);

        Agreement agreement = new Agreement(city, registry::content);
        RemoteMess remote = new RemoteMess(registry, seed);
        LocalMess local = new LocalMess(city, seed);
        registry.faults().byChance(0.15);
        for (int round = 0; round < 3; round++) {
            for (int i = dice.nextInt(4); i > 0; i--) local.one();
            for (int i = dice.nextInt(4); i > 0; i--) remote.one();
            round(sync, clerk);
        }
        registry.faults().stop();
        settle(sync, clerk);

        agreement.assertEqualSides();
        if (policy == Policy.KEEP_EVERYTHING) agreement.assertNothingGivenUp();
    }

    private static Set<Capability> capabilities(Random dice) {
        return switch (dice.nextInt(4)) {
            case 0 -> Set.of(Capability.WRITE);
            case 1 -> Set.of(Capability.WRITE, Capability.LOOK_UP);
            case 2 -> Set.of(Capability.WRITE, Capability.HIGHEST_VERSION);
            default -> Set.of(Capability.values());
        };
    }

    private static void round(Sync sync, Clerk clerk) {
        sync.pull().stream()
                .filter(PullResult.Halted.class::isInstance)
                .forEach(halted -> sync.allow(halted.neighbourhood()));
        sync.compare.run(Sync.BY);
        clerk.decideAll();
        sync.push();
    }

    private static void settle(Sync sync, Clerk clerk) {
        for (int i = 0; i < MOST_ROUNDS; i++) {
            round(sync, clerk);
            if (isQuiet(sync)) return;
        }
        assertThat(sync.open()).as("conflicts after %s rounds", MOST_ROUNDS).isEmpty();
        assertThat(sync.state("true"))
                .as("messages after %s rounds", MOST_ROUNDS)
                .doesNotContain("queued", "uncertain", "acked");
    }

    private static boolean isQuiet(Sync sync) {
        boolean still = sync.open().isEmpty()
                && sync.city.count("registry.outbox WHERE state IN ('queued', 'sent', 'uncertain', 'acked')") == 0;
        if (!still) return false;
        sync.pull();
        return sync.compared().isEmpty()
                && sync.city.count("registry.outbox WHERE state IN ('queued', 'sent', 'uncertain', 'acked')") == 0;
    }
}
