package tr.kentatlas.spatial.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one thread reads from the database while the caller's passes them on: neither waits for the other as long as two portions lie
 * between them, and memory stays constant.
 */
final class ReadAhead<T> {
    private static final int PORTION = 500;
    private static final int AHEAD = 2;

    private final BlockingQueue<Portion<T>> portions = new ArrayBlockingQueue<>(AHEAD);
    private List<T> gathered = new ArrayList<>(PORTION);

    private ReadAhead() {}

    /** Where the rows come from; tells whether there are more. */
    @FunctionalInterface
    interface Source<T> {
        boolean read(Consumer<T> sink);
    }

    /** How the reading ended: whether there are more rows, or its failure. */
    @FunctionalInterface
    private interface End {
        boolean hasMore();
    }

    private record Portion<T>(List<T> rows, @Nullable End end) {}

    /**
     * Hands every row of the source to the sink, in order, and tells whether there are more; a failure of either ends both. When it returns
     * nothing is read any more.
     */
    static <T> boolean pass(Source<T> source, Consumer<T> sink) {
        ReadAhead<T> ahead = new ReadAhead<>();
        Thread reader = Thread.ofPlatform().daemon().name("read-ahead").start(() -> ahead.read(source));
        try {
            return ahead.tell(sink);
        } finally {
            reader.interrupt();
            awaitEnd(reader);
        }
    }

    private void read(Source<T> source) {
        try {
            boolean more = source.read(this::add);
            put(() -> more);
        } catch (CancellationException nobodyListens) {
            // the caller has its own failure
        } catch (RuntimeException e) {
            put(() -> {
                throw e;
            });
        } catch (Error e) {
            put(() -> {
                throw e;
            });
        }
    }

    private void add(T row) {
        gathered.add(row);
        if (gathered.size() == PORTION) put(null);
    }

    private void put(@Nullable End end) {
        try {
            portions.put(new Portion<>(gathered, end));
            gathered = new ArrayList<>(PORTION);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    private boolean tell(Consumer<T> sink) {
        try {
            while (true) {
                Portion<T> portion = portions.take();
                portion.rows.forEach(sink);
                if (portion.end != null) return portion.end.hasMore();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while rows were read");
        }
    }

    /** Its connection is free again afterwards. */
    private static void awaitEnd(Thread reader) {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
