package tr.kentatlas.api.wms;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Painter;
import tr.kentatlas.api.render.Png;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.PictureStore;

/**
 * The engine that needs nothing but the database: Java2D on stored geometry. All pictures under way together take no more memory than the
 * largest one has pixels, which are 64 MiB: a few of them would fill the heap. A small picture of many features takes what those take.
 */
@Component
@Order
final class EmbeddedEngine implements MapEngine {
    private static final int UNIT = 1 << 12;
    /** What is kept of a feature until its layer is drawn is as much as so many pixels. */
    private static final int PIXELS_OF_A_FEATURE = 16;

    static final int ROOM = Parameters.LARGEST_SIDE * Parameters.LARGEST_SIDE / UNIT;
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
        int share = share(picture);
        if (!isRoom(share)) throw new ServiceException("", Wording.of("wms.busy"));
        try {
            return Optional.of(drawn(picture));
        } finally {
            room.release(share);
        }
    }

    /** Layers are drawn one after the other: the one with the most features counts. */
    static int share(Picture picture) {
        Frame frame = picture.frame();
        double features = picture.layers().stream()
                .map(Named::layer)
                .mapToDouble(layer -> features(layer.type().entry(), frame))
                .max()
                .orElse(0);
        double pixels = (double) frame.width() * frame.height() + features * PIXELS_OF_A_FEATURE;
        return (int) Math.min(ROOM, 1 + (pixels - 1) / UNIT);
    }

    /** About how many of a type lie in a picture, as if they lay evenly. */
    private static double features(Edition.Entry entry, Frame frame) {
        Envelope extent = entry.extent();
        if (extent == null) return 0;
        double shown = frame.degrees()
                .map(seen -> seen.intersection(extent).getArea() / extent.getArea())
                .orElse(1.0);
        return entry.rows() * (Double.isNaN(shown) ? 1 : shown);
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
