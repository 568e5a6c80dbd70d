package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.Edition;

/**
 * All that GeoServer should hold of a release.
 *
 * @param layers the public types in drawing order, then the published thematic maps
 * @param group names of the layers of the group, the lowest first
 * @param leftOut what only the embedded engine can draw, and why
 */
record Wanted(Edition edition, List<WantedLayer> layers, List<String> group, List<Text> leftOut) {
    Wanted {
        layers = List.copyOf(layers);
        group = List.copyOf(group);
        leftOut = List.copyOf(leftOut);
    }

    String workspace() {
        return Names.workspace(edition.release());
    }

    /** The box of all features in the storage CRS; empty when there are none. */
    Optional<Envelope> box() {
        Envelope all = new Envelope();
        layers.forEach(layer -> layer.content().box().ifPresent(all::expandToInclude));
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }
}
