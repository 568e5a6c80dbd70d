package tr.kentatlas.api.ogc.tiles;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.store.map.TileStore;
import tr.kentatlas.spatial.store.sql.StoreFailed;
import tr.kentatlas.spatial.tile.TileAddress;

/**
 * Puts the public's map tiles of the served release on the shelf, one after the other, resting as long as it works. Whole zooms are kept,
 * from the first on, as long as they fit; what was begun is gone on with after a stop. A release in which nothing has a place has no
 * tiles to keep. A tile that cannot be made is left to be made when somebody asks for it.
 */
@Component
final class TileShelving implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TileShelving.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    /** A release rolled back to has its tiles as long as its place index. */
    private static final int KEPT = 4;

    private static final int MOST_TILES = 60_000;

    private final ServedEdition served;
    private final TileStore tiles;
    private final TileShelf shelf;
    private final long mostBytes;
    private final TileRules rules = TileRules.read();

    /** {@code kent.tiles.shelf-bytes} bounds what one release takes. */
    TileShelving(
            ServedEdition served,
            TileStore tiles,
            TileShelf shelf,
            @Value("${kent.tiles.shelf-bytes:1073741824}") long mostBytes) {
        this.served = served;
        this.tiles = tiles;
        this.shelf = shelf;
        this.mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "map tiles";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public synchronized void run() throws IOException, InterruptedException {
        if (!shelf.isThere()) return;
        View view = View.visitor(served.current());
        if (shelf.has(view)) return;
        shelf.tidy(
                view,
                release -> release > view.edition().release() - KEPT
                        && served.find(release).isPresent());
        if (view.edition().hasPlaces()) fill(view);
    }

    private void fill(View view) throws IOException, InterruptedException {
        long bytes = 0;
        long count = 0;
        int deepest = TileRules.MIN_ZOOM - 1;
        for (int zoom = TileRules.MIN_ZOOM; zoom <= TileRules.MAX_ZOOM; zoom++) {
            TileRange range = TileRange.of(view.edition().extent(), zoom);
            count += range.count();
            long room = count > MOST_TILES ? 0 : mostBytes - bytes;
            long taken = room <= 0 ? Long.MAX_VALUE : fill(view, range, room);
            if (taken == Long.MAX_VALUE) break;
            bytes += taken;
            deepest = zoom;
        }
        if (isServed(view)) finish(view, deepest, bytes);
    }

    private void finish(View view, int deepest, long bytes) throws IOException {
        if (deepest < TileRules.MAX_ZOOM) shelf.dropZoom(view, deepest + 1);
        shelf.complete(view, deepest);
        LOG.info(
                "map tiles on disk release={} deepest={} bytes={}",
                view.edition().release(),
                deepest,
                bytes);
    }

    /** The bytes the zoom takes; the largest number when it does not fit, or nobody wants it any more. */
    private long fill(View view, TileRange range, long room) throws IOException, InterruptedException {
        long bytes = 0;
        for (Iterator<TileAddress> each = range.tiles().iterator(); each.hasNext(); ) {
            if (bytes > room || !isServed(view)) return Long.MAX_VALUE;
            bytes += put(view, each.next());
        }
        return bytes > room ? Long.MAX_VALUE : bytes;
    }

    private long put(View view, TileAddress address) throws IOException, InterruptedException {
        long known = shelf.sizeAside(view, address);
        if (known > 0) return known;
        long begun = System.nanoTime();
        byte[] tile = made(view, address);
        if (tile == null) shelf.leave(view, address);
        else if (tile.length > 0) shelf.put(view, address, tile);
        Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, (System.nanoTime() - begun) / 1_000_000));
        return tile == null ? 0 : tile.length;
    }

    /** Null where this one tile fails; a database that answers nothing at all ends the run. */
    private byte @Nullable [] made(View view, TileAddress address) {
        try {
            return tiles.encode(view.edition(), address, rules.layers(view, address.z()));
        } catch (RuntimeException e) {
            if (e instanceof StoreFailed failure && (failure.isAway() || failure.isDropped())) throw e;
            LOG.warn("a map tile is left: {}", address, e);
            return null;
        }
    }

    private boolean isServed(View view) {
        return served.current().mark().equals(view.edition().mark());
    }
}
