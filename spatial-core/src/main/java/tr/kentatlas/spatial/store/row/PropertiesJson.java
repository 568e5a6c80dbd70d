package tr.kentatlas.spatial.store.row;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** A feature's properties as a JSON object in UTF-8: the same bytes whether a release is being frozen or a row being read. */
public final class PropertiesJson {
    /** The column they are in, encoded when the release was frozen. */
    public static final String COLUMN = "properties";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Attribute> fields;

    public PropertiesJson(List<Attribute> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * The object, every field named.
     *
     * @param values in the order of the fields, as {@link tr.kentatlas.spatial.feature.Feature} holds them
     */
    public byte[] of(List<@Nullable Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (int i = 0; i < fields.size(); i++) write(json, fields.get(i), values.get(i));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** A geometry among them, as SQL. */
    public static String geometry(String column) {
        return "ST_AsGeoJSON(ST_Transform(" + column + ", 4326), 7)";
    }

    private static void write(JsonGenerator json, Attribute field, @Nullable Object value) {
        json.writeName(field.name());
        if (field.type() == AttributeType.GEOMETRY && value != null) {
            json.writeRawValue((String) value);
        } else {
            write(json, value);
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case List<?> many -> {
                json.writeStartArray();
                many.forEach(one -> write(json, one));
                json.writeEndArray();
            }
            default ->
                json.writeString(value.toString()); // dates, instants and identities write themselves as ISO text
        }
    }
}
