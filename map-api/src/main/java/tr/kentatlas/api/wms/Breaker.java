package tr.kentatlas.api.wms;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests away from a server that does not answer, so that not each of them waits for it: closed for a rest after a silence or a few
 * refusals in a row, then one request tries; each failed trial makes the rest longer.
 */
final class Breaker {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int REFUSALS = 3;

    private final LongSupplier nanoClock;
    private final long shortest;
    private boolean resting;
    private long rest;
    private long until;
    private int refusals;

    Breaker(LongSupplier nanoClock, Duration shortest) {
        this.nanoClock = nanoClock;
        this.shortest = shortest.toNanos();
        this.rest = this.shortest;
    }

    /** Whether a request may go; while the server rests, one at the end of each rest. */
    synchronized boolean letsThrough() {
        if (!resting) return true;
        if (nanoClock.getAsLong() - until < 0) return false;
        until = nanoClock.getAsLong() + rest;
        return true;
    }

    /** True when the server had been resting. */
    synchronized boolean succeeded() {
        boolean rested = resting;
        resting = false;
        rest = shortest;
        refusals = 0;
        return rested;
    }

    /** It answered, but not with what was asked for. True when that begins a rest. */
    synchronized boolean refused() {
        refusals++;
        return (resting || refusals >= REFUSALS) && begin();
    }

    /** It did not answer. True when that begins a rest. */
    synchronized boolean silent() {
        return begin();
    }

    private boolean begin() {
        boolean begins = !resting;
        rest = begins ? shortest : Math.min(LONGEST, 2 * rest);
        until = nanoClock.getAsLong() + rest;
        resting = true;
        return begins;
    }
}
