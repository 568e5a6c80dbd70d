package tr.kentatlas.api.ogc.tiles;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
 * as long as the release is, from the first on, as long as they fit; what was begun is gone on with after a stop. A release in which nothing has a place has no
 * tiles to keep. A tile that could not be made is tried once more at the end, and then left to be made when somebody asks for it; many in
 * a row end the run, which is begun again.
 */
@Component
final class TileShelving implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TileShelving.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private static final int MOST_TILES = 60_000;

    /** More tiles than one feature spoils, and fewer than a city has. */
    private static final int MOST_FAILED_IN_A_ROW = 20;

    private final ServedEdition served;
    private final TileStore tiles;
    private final TileShelf shelf;
    private final long mostBytes;
    private final TileRules rules = TileRules.read();
    private final Lock filling = new ReentrantLock();

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
    public void run() throws IOException, InterruptedException {
        filling.lock();
        try {
            fill();
        } finally {
            filling.unlock();
        }
    }

    private void fill() throws IOException, InterruptedException {
        if (!shelf.isThere()) return;
        View view = View.visitor(served.current());
        if (shelf.has(view)) return;
        shelf.tidy(view, release -> served.find(release).isPresent());
        if (view.edition().hasPlaces()) fill(view);
    }

    /** The tiles that could not be made, to be tried once more. */
    private static final class Failed {
        private final List<TileAddress> tiles = new ArrayList<>();
        private int inARow;

        void add(TileAddress address, RuntimeException fault) {
            if (++inARow == MOST_FAILED_IN_A_ROW) throw fault;
            LOG.debug("a map tile is tried again later: {}", address, fault);
            tiles.add(address);
        }

        void made() {
            inARow = 0;
        }
    }

    private void fill(View view) throws IOException, InterruptedException {
        Failed failed = new Failed();
        long bytes = 0;
        long count = 0;
        int deepest = TileRules.MIN_ZOOM - 1;
        for (int zoom = TileRules.MIN_ZOOM; zoom <= TileRules.MAX_ZOOM; zoom++) {
            TileRange range = TileRange.of(view.edition().extent(), zoom);
            count += range.count();
            long room = count > MOST_TILES ? 0 : mostBytes - bytes;
            long taken = room <= 0 ? Long.MAX_VALUE : fill(view, range, room, failed);
            if (taken == Long.MAX_VALUE) break;
            bytes += taken;
            deepest = zoom;
        }
        for (TileAddress tile : failed.tiles) {
            if (tile.z() <= deepest && isServed(view)) bytes += again(view, tile);
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
    private long fill(View view, TileRange range, long room, Failed failed) throws IOException, InterruptedException {
        long bytes = 0;
        for (Iterator<TileAddress> each = range.tiles().iterator(); each.hasNext(); ) {
            if (bytes > room || !isServed(view)) return Long.MAX_VALUE;
            bytes += once(view, each.next(), failed);
        }
        return bytes > room ? Long.MAX_VALUE : bytes;
    }

    private long once(View view, TileAddress address, Failed failed) throws IOException, InterruptedException {
        try {
            long bytes = put(view, address);
            failed.made();
            return bytes;
        } catch (RuntimeException e) {
            failed.add(address, ofThisTile(e));
            return 0;
        }
    }

    private long again(View view, TileAddress address) throws IOException, InterruptedException {
        try {
            return put(view, address);
        } catch (RuntimeException e) {
            LOG.warn("a map tile is left: {}", address, ofThisTile(e));
            shelf.leave(view, address);
            return 0;
        }
    }

    /** A database that answers nothing at all, and a release that is gone, end the run. */
    private static RuntimeException ofThisTile(RuntimeException fault) {
        if (fault instanceof StoreFailed failure && (failure.isAway() || failure.isDropped())) throw failure;
        return fault;
    }

    private long put(View view, TileAddress address) throws IOException, InterruptedException {
        long known = shelf.sizeAside(view, address);
        if (known > 0) return known;
        long begun = System.nanoTime();
        try {
            byte[] tile = tiles.encode(view.edition(), address, rules.layers(view, address.z()));
            if (tile.length > 0) shelf.put(view, address, tile);
            return tile.length;
        } finally {
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, (System.nanoTime() - begun) / 1_000_000));
        }
    }

    private boolean isServed(View view) {
        return served.current().mark().equals(view.edition().mark());
    }
}
