package tr.kentatlas.registry.maks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps requests apart, so that no more than the allowed number goes out in a second. */
final class Pace {
    private final long gapNanos;
    private long next = System.nanoTime();

    Pace(int perSecond) {
        this.gapNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    void await() {
        long mine = take();
        while (System.nanoTime() - mine < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(mine - System.nanoTime());
        }
    }

    private synchronized long take() {
        long now = System.nanoTime();
        long mine = next - now > 0 ? next : now;
        next = mine + gapNanos;
        return mine;
    }
}
