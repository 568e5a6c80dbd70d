package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Reads the geometries of CQL2 JSON, which are written as in GeoJSON (RFC 7946 §3.1). */
final class GeoJsonReader {
    private GeoJsonReader() {}

    static Geometry geometry(JsonNode json, String at) {
        String type = json.path("type").asString("");
        if (type.equals("GeometryCollection")) {
            return collection(json.path("geometries"), at + "/geometries");
        }
        JsonNode coordinates = json.path("coordinates");
        String below = at + "/coordinates";
        var factory = Shapes.FACTORY;
        return switch (type) {
            case "Point" -> point(coordinates, below);
            case "LineString" -> line(coordinates, below);
            case "Polygon" -> polygon(coordinates, below);
            case "MultiPoint" ->
                factory.createMultiPoint(
                        list(coordinates, below, GeoJsonReader::point).toArray(Point[]::new));
            case "MultiLineString" ->
                factory.createMultiLineString(
                        list(coordinates, below, GeoJsonReader::line).toArray(LineString[]::new));
            case "MultiPolygon" ->
                factory.createMultiPolygon(
                        list(coordinates, below, GeoJsonReader::polygon).toArray(Polygon[]::new));
            default -> throw error(at + "/type", Phrase.GEOMETRY_TYPE);
        };
    }

    static List<Double> numbers(JsonNode json, String at) {
        return list(json, at, GeoJsonReader::number);
    }

    private static Geometry collection(JsonNode json, String at) {
        List<Geometry> members = list(json, at, (member, below) -> {
            if (member.path("type").asString("").equals("GeometryCollection")) {
                throw error(below, Phrase.FLAT_GEOMETRY);
            }
            return geometry(member, below);
        });
        return Shapes.FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
    }

    private static Point point(JsonNode json, String at) {
        return Shapes.FACTORY.createPoint(position(json, at));
    }

    private static LineString line(JsonNode json, String at) {
        return Shapes.line(list(json, at, GeoJsonReader::position), new Place.Pointer(at));
    }

    private static Polygon polygon(JsonNode json, String at) {
        return Shapes.polygon(list(
                json,
                at,
                (ring, below) -> Shapes.ring(list(ring, below, GeoJsonReader::position), new Place.Pointer(below))));
    }

    private static Coordinate position(JsonNode json, String at) {
        List<Double> numbers = numbers(json, at);
        return switch (numbers.size()) {
            case 2 -> new Coordinate(numbers.get(0), numbers.get(1));
            case 3 -> new Coordinate(numbers.get(0), numbers.get(1), numbers.get(2));
            default ->
                throw new Cql2SyntaxException(
                        new Place.Pointer(at), Phrase.EXPECTED_FOUND, Phrase.POSITION, numbers.size());
        };
    }

    private static Double number(JsonNode json, String at) {
        double value = json.isNumber() ? json.numberValue().doubleValue() : Double.NaN;
        if (!Double.isFinite(value)) {
            throw error(at, Phrase.COORDINATE);
        }
        return value;
    }

    private static <T> List<T> list(JsonNode json, String at, BiFunction<JsonNode, String, T> member) {
        if (!json.isArray() || json.isEmpty()) {
            throw error(at, Phrase.FULL_LIST);
        }
        List<T> members = new ArrayList<>();
        for (JsonNode each : json) {
            members.add(member.apply(each, at + "/" + members.size()));
        }
        return members;
    }

    private static Cql2SyntaxException error(String at, Phrase expected) {
        return new Cql2SyntaxException(new Place.Pointer(at), Phrase.EXPECTED, expected);
    }
}
