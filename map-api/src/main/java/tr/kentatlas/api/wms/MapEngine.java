package tr.kentatlas.api.wms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.thematic.PublishedMaps;

/**
 * Draws the pictures of {@code /wms}. Engines are Spring beans, asked in their {@link org.springframework.core.annotation.Order}; the
 * embedded one is last and always answers. An engine in front of it declines whatever it cannot draw exactly as the grant demands, and
 * whatever it fails to draw in time, by answering nothing; it never answers with an error.
 */
public interface MapEngine {
    /** Empty when another engine has to draw it. */
    Optional<Drawing> draw(Picture picture);

    /**
     * A picture, drawn.
     *
     * @param features how many of each type it shows; empty where an engine draws for visitors only, of whom nothing is recorded
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawing(byte[] png, Map<String, Integer> features) {
        public Drawing {
            features = Map.copyOf(features);
        }
    }

    /**
     * A GetMap request, checked.
     *
     * @param view release and grant of the request; every engine draws this release under this grant and no other
     * @param background ARGB; 0 for a transparent one
     */
    record Picture(View view, Frame frame, List<Named> layers, int background) {
        public Picture {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A layer under the name the request has for it.
     *
     * @param name a feature type's name, or {@code theme:<id>} of a published thematic map
     * @param style {@code theme:<id>} for a type drawn as a published thematic map; empty for the default
     * @param layer what the embedded engine draws
     * @param published the published thematic map it is drawn as; empty for the default cartography
     */
    record Named(String name, String style, Layer layer, Optional<PublishedMaps.Published> published) {}
}
