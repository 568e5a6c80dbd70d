package tr.kentatlas.api.desk.registry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import tr.kentatlas.registry.store.NeighbourhoodOutline;

/** The city's neighbourhoods as a feature collection (RFC 7946 §3.3). */
record OutlinesTold(String type, List<Feature> features) {
    record Feature(
            String type,
            Properties properties,
            @JsonRawValue String geometry) {}

    record Properties(long code, String name) {}

    static OutlinesTold of(List<NeighbourhoodOutline> outlines) {
        return new OutlinesTold(
                "FeatureCollection",
                outlines.stream()
                        .map(one -> new Feature("Feature", new Properties(one.code(), one.name()), one.geometry()))
                        .toList());
    }
}
