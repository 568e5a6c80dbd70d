package tr.kentatlas.api.thematic;

import java.util.List;
import tr.kentatlas.api.access.View;

/** The thematic maps that are published for whoever sees their data. */
@FunctionalInterface
public interface PublishedMaps {
    /** The maps this caller can see: those whose type and properties the grant shows. */
    List<Published> list(View view);

    /** A published map under the number it is addressed by. */
    record Published(String id, ThematicMap map) {}
}
