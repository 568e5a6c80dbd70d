package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Model;

/** The profile's layers, bound to the model. */
final class Mappings {
    private final List<List<Bound>> layers = new ArrayList<>();
    private final List<String> kinds;

    Mappings(OsmProfile profile, Model model) {
        kinds = profile.kinds();
        for (var layer : profile.layers().values()) {
            layers.add(
                    layer.stream().map(e -> new Bound(e, Mapping.of(model, e))).toList());
        }
    }

    private record Bound(OsmProfile.Entry entry, Mapping mapping) {}

    /** The mappings an element of this shape fits, at most one per layer. */
    List<Mapping> of(Tags tags, OsmProfile.Shape shape) {
        List<Mapping> found = new ArrayList<>(2);
        for (List<Bound> layer : layers) {
            for (Bound bound : layer) {
                if (bound.entry.fits(tags, shape)) {
                    found.add(bound.mapping);
                    break;
                }
            }
        }
        return found;
    }

    /** What an unmapped element is counted as; null when nothing says that it is a thing of its own. */
    @Nullable
    String kind(Tags tags) {
        for (String key : kinds) {
            String value = tags.get(key);
            if (value != null) return value.matches("[a-z0-9_:]{1,30}") ? key + "=" + value : key;
        }
        return null;
    }
}
