package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.api.page.GeoJsonBox;
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
        Envelope box = GeoJsonBox.of(geoJson);
        return box.isNull() ? new Envelope(0, 0, 0, 0) : box;
    }
}
