package tr.kentatlas.api.thematic.print;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.ThematicMapWriter;

/**
 * Prints one sheet at a time, since each has all of its features in memory, and keeps those it printed last. What is kept is found by
 * release, grant, map and paper: nothing of it goes stale.
 */
@Component
public final class SheetPress {
    private static final long MOST_BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BiFunction<View, SheetRequest, MapSheet.Sheet> sheet;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);
    private final Cache<Key, MapSheet.Sheet> printed = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, MapSheet.Sheet one) -> one.pdf().length)
            .build();

    private record Key(
            String edition, String grant, String map, Paper paper, String language, Optional<String> decision) {}

    @Autowired
    SheetPress(MapSheet sheet) {
        this(sheet::print, PATIENCE);
    }

    /** @param patience how long a sheet waits for its turn */
    SheetPress(BiFunction<View, SheetRequest, MapSheet.Sheet> sheet, Duration patience) {
        this.sheet = sheet;
        this.patience = patience;
    }

    public MapSheet.Sheet print(View view, SheetRequest request) {
        Key key = new Key(
                view.edition().mark(),
                view.grantHash(),
                ThematicMapWriter.write(request.classed().map()),
                request.paper(),
                request.locale().getLanguage(),
                Optional.ofNullable(request.decision()));
        MapSheet.Sheet known = printed.getIfPresent(key);
        return known != null ? known : inTurn(() -> print(key, view, request));
    }

    /** Whoever had the turn before may have printed it. */
    private MapSheet.Sheet print(Key key, View view, SheetRequest request) {
        MapSheet.Sheet known = printed.getIfPresent(key);
        if (known != null) return known;
        MapSheet.Sheet made = sheet.apply(view, request);
        printed.put(key, made);
        return made;
    }

    private MapSheet.Sheet inTurn(Supplier<MapSheet.Sheet> work) {
        if (!isTurn()) throw Problem.unavailable(Wording.of("thematic.press-busy"));
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private boolean isTurn() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
