package tr.kentatlas.api.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        mine.completeAsync(make, Runnable::run);
        return of(mine);
    }

    private static <V> V of(CompletableFuture<V> made) {
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) throw reason;
            if (e.getCause() instanceof Error error) throw error;
            throw e;
        }
    }
}
