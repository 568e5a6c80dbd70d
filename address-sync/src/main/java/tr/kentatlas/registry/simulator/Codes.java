package tr.kentatlas.registry.simulator;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Gives codes that look random, are the same for the same seed, and never come twice. */
final class Codes {
    private SplittableRandom random;
    private final Set<Long> taken = new HashSet<>();

    Codes(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From here on the codes depend on this seed alone, and no longer on how many were given before. */
    void restart(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A code somebody else gave already. */
    void take(long code) {
        taken.add(code);
    }

    /** Nine digits: roads, centre lines, sides, buildings, doors. */
    long nineDigits() {
        return fresh(100_000_000L, 1_000_000_000L);
    }

    /** Six to nine digits: streets. */
    long street() {
        return switch (random.nextInt(4)) {
            case 0 -> fresh(100_000L, 1_000_000L);
            case 1 -> fresh(1_000_000L, 10_000_000L);
            case 2 -> fresh(10_000_000L, 100_000_000L);
            default -> nineDigits();
        };
    }

    /** Ten digits, often more than an int holds. */
    long addressNo() {
        return fresh(1_000_000_000L, 10_000_000_000L);
    }

    private long fresh(long from, long to) {
        long code = random.nextLong(from, to);
        while (!taken.add(code)) {
            code = random.nextLong(from, to);
        }
        return code;
    }
}
