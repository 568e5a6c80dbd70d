package tr.kentatlas.spatial.sample;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Model;

/** Records as GeoJSON features (RFC 7946) with the official names of their attributes. */
final class FeatureText {
    /** A centimetre on the ground. */
    private static final int DECIMALS = 7;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Model model;
    private final Degrees degrees = new Degrees();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    FeatureText(Model model) {
        this.model = model;
    }

    String of(FeatureRecord entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", String.valueOf(entry.id()));
            json.writeStringProperty("featureType", entry.type());
            json.writeName("geometry");
            geometry(entry.geometry(), json);
            json.writeName("properties");
            properties(entry, json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void properties(FeatureRecord entry, JsonGenerator json) {
        Map<String, String> official = names.computeIfAbsent(entry.type(), this::official);
        json.writeStartObject();
        entry.values().forEach((column, value) -> {
            json.writeName(official.getOrDefault(column, column));
            value(value, json);
        });
        json.writeEndObject();
    }

    private Map<String, String> official(String type) {
        Map<String, String> byColumn = new HashMap<>();
        for (Attribute attribute : model.attributesOf(model.get(type)))
            byColumn.put(attribute.column(), attribute.name());
        return byColumn;
    }

    private void value(@Nullable Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Geometry shape -> geometry(shape, json);
            case List<?> many -> {
                json.writeStartArray();
                many.forEach(item -> value(item, json));
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }

    private void geometry(@Nullable Geometry shape, JsonGenerator json) {
        if (shape == null) {
            json.writeNull();
        } else {
            plain(degrees.of(shape), json);
        }
    }

    private static void plain(Geometry shape, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", shape.getGeometryType());
        json.writeName("coordinates");
        coordinates(shape, json);
        json.writeEndObject();
    }

    private static void coordinates(Geometry shape, JsonGenerator json) {
        switch (shape) {
            case Point point -> position(point.getCoordinate(), json);
            case LineString line -> positions(line, json);
            case Polygon polygon -> rings(polygon, json);
            case GeometryCollection parts -> {
                json.writeStartArray();
                for (int i = 0; i < parts.getNumGeometries(); i++) coordinates(parts.getGeometryN(i), json);
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no GeoJSON for " + shape.getGeometryType());
        }
    }

    private static void rings(Polygon polygon, JsonGenerator json) {
        json.writeStartArray();
        positions(polygon.getExteriorRing(), json);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) positions(polygon.getInteriorRingN(i), json);
        json.writeEndArray();
    }

    private static void positions(LineString line, JsonGenerator json) {
        json.writeStartArray();
        for (Coordinate place : line.getCoordinates()) position(place, json);
        json.writeEndArray();
    }

    private static void position(Coordinate place, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(rounded(place.x));
        json.writeNumber(rounded(place.y));
        json.writeEndArray();
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
