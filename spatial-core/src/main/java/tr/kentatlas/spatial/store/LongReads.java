package tr.kentatlas.spatial.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Few at a time: an answer that is sent while it is read holds its connection as long as its reader takes, and readers may be slow on
 * purpose. Half of a pool stays for everybody else.
 */
final class LongReads {
    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    <T> T take(Supplier<T> read) {
        if (!isTurn()) throw new TooManyReaders();
        try {
            return read.get();
        } finally {
            turns.release();
        }
    }

    private boolean isTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
