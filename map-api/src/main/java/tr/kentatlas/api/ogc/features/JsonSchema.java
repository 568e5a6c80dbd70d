package tr.kentatlas.api.ogc.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.VisibleType;

/** A JSON Schema of what a caller sees of a type (OGC 23-058r2, JSON Schema 2020-12). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonSchema(
        @JsonProperty("$schema") String dialect,
        @JsonProperty("$id") String id,
        String type,
        String title,
        Map<String, Property> properties,
        @Nullable Boolean additionalProperties) {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** One property; {@code format} says what JSON Schema's types cannot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            String title,
            @Nullable String type,
            @Nullable String format,
            @JsonProperty("x-ogc-unit") @Nullable String unit,
            @JsonProperty("x-ogc-role") @Nullable String role,
            @JsonProperty("x-ogc-codelist") @Nullable String codeList,
            @JsonProperty("enum") @Nullable List<String> codes,
            @Nullable Property items) {

        static Property plain(String title, @Nullable String type, @Nullable String format, @Nullable String role) {
            return new Property(title, type, format, null, role, null, null, null);
        }
    }

    static JsonSchema ofFeatures(VisibleType type, String id, Locale locale) {
        return schema(type, id, locale, null);
    }

    /** The queryables: the same without second geometries, and nothing else may be named. */
    static JsonSchema ofQueryables(VisibleType type, String id, Locale locale) {
        return schema(type, id, locale, false);
    }

    private static JsonSchema schema(VisibleType type, String id, Locale locale, @Nullable Boolean additional) {
        Map<String, Property> properties = new LinkedHashMap<>();
        properties.put(VisibleType.ID, Property.plain(Titles.of("schema.id"), "string", "uuid", "id"));
        FeatureGeometry geometry = type.type().geometry();
        if (geometry != null) {
            String format = "geometry-"
                    + geometry.type().sqlName().toLowerCase(Locale.ROOT).replace("geometry", "any");
            properties.put(
                    geometry.name(), Property.plain(Titles.of("schema.geometry"), null, format, "primary-geometry"));
        }
        type.attributes().forEach(a -> properties.put(a.name(), property(type, a, locale)));
        return new JsonSchema(DIALECT, id, "object", type.type().title().in(locale), properties, additional);
    }

    private static Property property(VisibleType type, Attribute attribute, Locale locale) {
        String title = attribute.title().in(locale);
        Property one = new Property(
                title,
                jsonType(attribute.type()),
                format(attribute.type()),
                attribute.unit(),
                null,
                attribute.list(),
                codes(type, attribute),
                null);
        return attribute.isMany() ? new Property(title, "array", null, null, null, null, null, one) : one;
    }

    /** Null where none: longer lists are named by their code list only. */
    private static @Nullable List<String> codes(VisibleType type, Attribute attribute) {
        List<String> codes = type.entry().model().onlyCodes(attribute);
        return codes.isEmpty() ? null : codes;
    }

    private static @Nullable String jsonType(AttributeType type) {
        return switch (type) {
            case INTEGER, LONG -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case GEOMETRY -> null;
            default -> "string";
        };
    }

    private static @Nullable String format(AttributeType type) {
        return switch (type) {
            case DATE -> "date";
            case INSTANT -> "date-time";
            case REFERENCE, UUID -> "uuid";
            case URI -> "uri";
            case GEOMETRY -> "geometry-any";
            default -> null;
        };
    }
}
