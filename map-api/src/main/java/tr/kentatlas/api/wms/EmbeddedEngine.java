package tr.kentatlas.api.wms;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.thematic.render.Painter;
import tr.kentatlas.api.thematic.render.Png;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.PictureStore;

/** The engine that needs nothing but the database: Java2D on stored geometry. */
@Component
@Order
final class EmbeddedEngine implements MapEngine {
    private final Painter painter;

    EmbeddedEngine(FeatureStore features) {
        painter = new Painter(new PictureStore(features));
    }

    @Override
    public Optional<Drawing> draw(Picture picture) {
        Painter.Painting painting = painter.draw(
                picture.view().edition(),
                picture.frame(),
                picture.layers().stream().map(Named::layer).toList(),
                picture.background());
        return Optional.of(new Drawing(Png.write(painting.image()), painting.features()));
    }
}
