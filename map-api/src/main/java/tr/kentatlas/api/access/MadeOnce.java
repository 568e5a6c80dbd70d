package tr.kentatlas.api.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What is made when it is first asked for, once for all who ask meanwhile. They wait for a promise, not inside a lock of the table: there
 * nobody waits for what happens to lie in the same corner of it, and before Java 24 a virtual thread would keep its processor.
 */
public final class MadeOnce<K, V> {
    private final AsyncCache<K, V> known;

    /** @param known keeps what was made as long as it was told to */
    public MadeOnce(AsyncCache<K, V> known) {
        this.known = known;
    }

    /** What goes wrong for whoever makes it goes wrong for all who wait; whoever asks then makes it anew. */
    public V get(K key, Supplier<? extends V> make) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> begun = known.asMap().putIfAbsent(key, mine);
        if (begun != null) return of(begun);
        keep(mine, make);
        return of(mine);
    }

    private static <V> void keep(CompletableFuture<V> promise, Supplier<? extends V> make) {
        try {
            promise.complete(make.get());
        } catch (RuntimeException | Error reason) {
            promise.completeExceptionally(new NotMade(reason));
        }
    }

    private static <V> V of(CompletableFuture<V> promise) {
        Throwable failure = promise.handle((made, failed) -> failed).join();
        if (failure == null) return promise.join();
        if (failure.getCause() instanceof RuntimeException reason) throw reason;
        if (failure.getCause() instanceof Error error) throw error;
        throw new IllegalStateException(failure);
    }

    /** The table writes a promise that failed into the log with its trace, each of them; not one that was withdrawn. Who asked tells the reason. */
    private static final class NotMade extends CancellationException {
        private static final long serialVersionUID = 1L;

        NotMade(Throwable reason) {
            initCause(reason);
        }
    }
}
