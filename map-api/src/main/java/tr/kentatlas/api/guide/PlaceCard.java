package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * A feature as a citizen reads it: its kind, its name, and its facts in words.
 *
 * @param bbox west, south, east, north in CRS84
 */
record PlaceCard(
        String collection,
        String id,
        String kind,
        String title,
        List<Facts.Fact> rows,
        List<Double> bbox,
        @JsonRawValue String geometry,
        String href,
        @JsonIgnore double size) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static PlaceCard of(VisibleType type, Feature feature, Locale locale) {
        String geometry = Objects.requireNonNullElse(feature.geometryJson(), "null");
        Envelope box = box(geometry);
        Facts facts = new Facts(type, locale);
        String name = type.type().name();
        return new PlaceCard(
                name,
                feature.id().toString(),
                type.type().title().in(locale),
                facts.title(feature),
                facts.of(feature),
                List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                geometry,
                "/ogc/collections/" + name + "/items/" + feature.id(),
                Math.max(box.getWidth(), box.getHeight()));
    }

    private static Envelope box(String geoJson) {
        Envelope box = new Envelope();
        expand(box, JSON.readTree(geoJson).path("coordinates"));
        return box.isNull() ? new Envelope(0, 0, 0, 0) : box;
    }

    private static void expand(Envelope box, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            box.expandToInclude(
                    coordinates.path(0).doubleValue(), coordinates.path(1).doubleValue());
        } else {
            coordinates.forEach(part -> expand(box, part));
        }
    }
}
