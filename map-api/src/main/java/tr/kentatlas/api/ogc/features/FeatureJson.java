package tr.kentatlas.api.ogc.features;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tr.kentatlas.api.ogc.common.Link;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** Writes features as GeoJSON (RFC 7946), the geometry as it was rendered in the database. */
public final class FeatureJson {
    private final JsonGenerator json;
    private final List<Attribute> fields;

    public FeatureJson(JsonGenerator json, List<Attribute> fields) {
        this.json = json;
        this.fields = fields;
    }

    /** A whole feature; one without links is a member of a collection. */
    public void write(Feature feature, List<Link> links) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.id().toString());
        json.writeName("geometry");
        raw(feature.geometryJson());
        json.writeName("properties");
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++)
            property(fields.get(i), feature.values().get(i));
        json.writeEndObject();
        if (!links.isEmpty()) {
            json.writeName("links");
            json.writePOJO(links);
        }
        json.writeEndObject();
    }

    private void property(Attribute attribute, @org.jspecify.annotations.Nullable Object value) {
        json.writeName(attribute.name());
        if (attribute.type() == AttributeType.GEOMETRY) {
            raw((String) value);
        } else {
            value(value);
        }
    }

    private void value(@org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case List<?> many -> {
                json.writeStartArray();
                many.forEach(this::value);
                json.writeEndArray();
            }
            default ->
                json.writeString(value.toString()); // dates, instants and identities write themselves as ISO text
        }
    }

    private void raw(@org.jspecify.annotations.Nullable String geometry) {
        if (geometry == null) {
            json.writeNull();
        } else {
            json.writeRawValue(geometry);
        }
    }
}
