package tr.kentatlas.api.wms;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Painter;
import tr.kentatlas.api.render.Png;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.PictureStore;

/**
 * The engine that needs nothing but the database: Java2D on stored geometry. All pictures under way together have no more pixels than the
 * largest one, whose own are 64 MiB: a few of them would fill the heap.
 */
@Component
@Order
final class EmbeddedEngine implements MapEngine {
    private static final int UNIT = 1 << 12;
    private static final int ROOM = Parameters.LARGEST_SIDE * Parameters.LARGEST_SIDE / UNIT;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Painter painter;
    private final Duration patience;
    private final Semaphore room = new Semaphore(ROOM, true);

    @Autowired
    EmbeddedEngine(WallReader reader) {
        this(reader, PATIENCE);
    }

    /** @param patience how long a picture waits for room */
    EmbeddedEngine(WallReader reader, Duration patience) {
        this.painter = new Painter(new PictureStore(reader));
        this.patience = patience;
    }

    @Override
    public Optional<Drawing> draw(Picture picture) {
        Frame frame = picture.frame();
        int share = 1 + (frame.width() * frame.height() - 1) / UNIT;
        if (!isRoom(share)) throw new ServiceException("", Wording.of("wms.busy"));
        try {
            return Optional.of(drawn(picture));
        } finally {
            room.release(share);
        }
    }

    private boolean isRoom(int share) {
        try {
            return room.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Drawing drawn(Picture picture) {
        Painter.Painting painting = painter.draw(
                picture.view().edition(),
                picture.frame(),
                picture.layers().stream().map(Named::layer).toList(),
                picture.background());
        return new Drawing(Png.write(painting.image()), painting.features());
    }
}
