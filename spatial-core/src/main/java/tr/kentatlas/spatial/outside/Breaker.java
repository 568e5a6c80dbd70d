package tr.kentatlas.spatial.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Keeps calls away from a system that does not answer, so that not each of them waits for it: closed for a rest after a silence or a few
 * failures in a row, then one call tries; each failed trial makes the rest longer, up to the longest.
 */
public final class Breaker {
    private final LongSupplier nanoClock;
    private final int mostFailures;
    private final long shortest;
    private final long longest;
    private boolean resting;
    private long rest;
    private long until;
    private int failures;

    /** @param mostFailures so many in a row begin a rest */
    public Breaker(LongSupplier nanoClock, int mostFailures, Duration shortest, Duration longest) {
        this.nanoClock = nanoClock;
        this.mostFailures = mostFailures;
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.rest = this.shortest;
    }

    /** Whose rests are all as long. */
    public static Breaker resting(Duration rest, int mostFailures, Clock clock) {
        Instant begin = clock.instant();
        return new Breaker(() -> Duration.between(begin, clock.instant()).toNanos(), mostFailures, rest, rest);
    }

    /** Whether a call may go; while the system rests, one at the end of each rest, and the others wait for what becomes of it. */
    public synchronized boolean lets() {
        if (!resting) return true;
        if (nanoClock.getAsLong() - until < 0) return false;
        until = nanoClock.getAsLong() + rest;
        return true;
    }

    /** True when the system had been resting. */
    public synchronized boolean succeeded() {
        boolean rested = resting;
        resting = false;
        rest = shortest;
        failures = 0;
        return rested;
    }

    /** It answered, but not with what was asked for. True when that begins a rest. */
    public synchronized boolean failed() {
        failures++;
        return (resting || failures >= mostFailures) && begin();
    }

    /** It did not answer, and is not asked a second time. True when that begins a rest. */
    public synchronized boolean silent() {
        return begin();
    }

    private boolean begin() {
        boolean begins = !resting;
        rest = begins ? shortest : Math.min(longest, 2 * rest);
        until = nanoClock.getAsLong() + rest;
        resting = true;
        return begins;
    }
}
