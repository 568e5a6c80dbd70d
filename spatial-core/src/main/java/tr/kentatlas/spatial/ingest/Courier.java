package tr.kentatlas.spatial.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings loads to the database while the source is read on: one at a time, in order. While one is under way the connection is the
 * courier's; whoever needs it calls {@link #await} first.
 */
final class Courier implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-courier").daemon().factory());
    private Future<?> underWay = CompletableFuture.completedFuture(null);

    /** Sends a load once the one before has arrived; its failure is thrown by whatever is asked next. */
    void send(Runnable load) {
        await();
        underWay = thread.submit(load);
    }

    /** Returns when nothing is under way any more. */
    void await() {
        try {
            underWay.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were sent", e);
        }
    }

    /** Waits for what is under way, so that the connection is free for a rollback. */
    @Override
    public void close() {
        thread.close();
    }
}
