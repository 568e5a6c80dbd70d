package tr.kentatlas.api.thematic.geoserver;

import java.util.function.Function;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.spatial.delivery.MapViews;

/**
 * A layer GeoServer should have: the view it reads, and its style, both under the layer's own name.
 *
 * @param content what the view shows
 * @param embedded the same layer for the embedded engine
 */
record WantedLayer(
        String title, MapViews.View view, String sld, MapViews.Content content, Function<Frame, Layer> embedded) {
    String name() {
        return view.name();
    }
}
