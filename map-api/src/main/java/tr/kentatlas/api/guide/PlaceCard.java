package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.CodeList;
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
        List<Row> rows,
        List<Double> bbox,
        @JsonRawValue String geometry,
        String href,
        @JsonIgnore double size) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bookkeeping that says nothing about the place. */
    private static final Set<String> NOT_FOR_PEOPLE =
            Set.of("surumNo", "surumBaslangicZamani", "uretimOlcegi", "yatayGeometriTahminiDogruluk", "kaynak");

    /** A fact: what it is, and its value in words. */
    record Row(String label, String value) {}

    static PlaceCard of(VisibleType type, Feature feature, Locale locale) {
        String geometry = Objects.requireNonNullElse(feature.geometryJson(), "null");
        Envelope box = box(geometry);
        String name = type.type().name();
        return new PlaceCard(
                name,
                feature.id().toString(),
                type.type().title().in(locale),
                title(type, feature, locale),
                rows(type, feature, locale),
                List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                geometry,
                "/ogc/collections/" + name + "/items/" + feature.id(),
                Math.max(box.getWidth(), box.getHeight()));
    }

    private static String title(VisibleType type, Feature feature, Locale locale) {
        String label = type.type().label();
        for (int i = 0; i < type.attributes().size(); i++) {
            Attribute attribute = type.attributes().get(i);
            Object value = feature.values().get(i);
            if (attribute.name().equals(label) && value != null) return words(type, attribute, value, locale);
        }
        return type.type().title().in(locale);
    }

    private static List<Row> rows(VisibleType type, Feature feature, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < type.attributes().size(); i++) {
            Attribute attribute = type.attributes().get(i);
            Object value = feature.values().get(i);
            if (value != null && isForPeople(attribute)) {
                rows.add(new Row(attribute.title().in(locale), words(type, attribute, value, locale)));
            }
        }
        return rows;
    }

    private static boolean isForPeople(Attribute attribute) {
        boolean technical = attribute.type() == AttributeType.REFERENCE
                || attribute.type() == AttributeType.UUID
                || attribute.type() == AttributeType.GEOMETRY;
        return !technical && !NOT_FOR_PEOPLE.contains(attribute.name());
    }

    private static String words(VisibleType type, Attribute attribute, Object value, Locale locale) {
        if (value instanceof List<?> many) {
            return String.join(
                    ", ",
                    many.stream()
                            .map(v -> words(type, attribute, Objects.requireNonNull(v), locale))
                            .toList());
        }
        if (value instanceof Boolean flag)
            return locale.getLanguage().equals("en") ? (flag ? "yes" : "no") : (flag ? "evet" : "hayır");
        String text =
                attribute.list() == null ? value.toString() : coded(type, attribute.list(), value.toString(), locale);
        return attribute.unit() == null ? text : text + " " + attribute.unit();
    }

    private static String coded(VisibleType type, @Nullable String list, String code, Locale locale) {
        CodeList codes = type.entry().model().codeLists().get(list);
        return codes == null
                ? code
                : codes.find(code).map(c -> c.title().in(locale)).orElse(code);
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
