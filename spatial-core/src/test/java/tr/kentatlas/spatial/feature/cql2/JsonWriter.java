package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

/** Writes trees as CQL2 JSON, so that the reader can be tested with random ones. */
final class JsonWriter {
    private JsonWriter() {}

    static String write(Cql2 node) {
        return JsonMapper.shared().writeValueAsString(value(node));
    }

    private static Object value(Cql2 node) {
        return switch (node) {
            case Cql2.And and -> op("and", and.operands());
            case Cql2.Or or -> op("or", or.operands());
            case Cql2.Not not -> op("not", List.of(not.operand()));
            case Cql2.Comparison c -> op(c.operator().symbol(), List.of(c.left(), c.right()));
            case Cql2.Like like -> op("like", List.of(like.value(), like.pattern()));
            case Cql2.Between b -> op("between", List.of(b.value(), b.low(), b.high()));
            case Cql2.In in -> op("in", List.of(in.value(), new Cql2.ArrayLiteral(in.candidates())));
            case Cql2.IsNull isNull -> op("isNull", List.of(isNull.operand()));
            case Cql2.SpatialRelation r -> op(small(r.operator().function()), List.of(r.left(), r.right()));
            case Cql2.TemporalRelation r -> op(small(r.operator().function()), List.of(r.left(), r.right()));
            case Cql2.ArrayRelation r -> op(small(r.operator().function()), List.of(r.left(), r.right()));
            case Cql2.CaseInsensitive folded -> op("casei", List.of(folded.text()));
            case Cql2.AccentInsensitive folded -> op("accenti", List.of(folded.text()));
            case Cql2.Arithmetic a -> op(a.operator().symbol(), List.of(a.left(), a.right()));
            case Cql2.Property property -> Map.of("property", property.name());
            case Cql2.BooleanLiteral literal -> literal.value();
            case Cql2.TextLiteral literal -> literal.value();
            case Cql2.NumberLiteral literal -> literal.value();
            case Cql2.DateLiteral date -> Map.of("date", date.value().toString());
            case Cql2.TimestampLiteral time -> Map.of("timestamp", time.value().toString());
            case Cql2.Interval i -> Map.of("interval", List.of(bound(i.start()), bound(i.end())));
            case Cql2.Unbounded unbounded -> "..";
            case Cql2.ArrayLiteral array ->
                array.elements().stream().map(JsonWriter::value).toList();
            case Cql2.BboxLiteral box -> Map.of("bbox", box.numbers());
            case Cql2.GeometryLiteral literal -> geometry(literal.geometry());
        };
    }

    private static Object op(String op, List<? extends Cql2> args) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("op", op);
        object.put("args", args.stream().map(JsonWriter::value).toList());
        return object;
    }

    private static String small(String function) {
        return function.toLowerCase(Locale.ROOT);
    }

    private static Object bound(Cql2.Bound bound) {
        return switch (bound) {
            case Cql2.DateLiteral date -> date.value().toString();
            case Cql2.TimestampLiteral time -> time.value().toString();
            default -> value(bound);
        };
    }

    private static Map<String, Object> geometry(Geometry geometry) {
        return geometry.getClass() == GeometryCollection.class
                ? Map.of(
                        "type",
                        "GeometryCollection",
                        "geometries",
                        members(geometry).stream().map(JsonWriter::geometry).toList())
                : Map.of("type", geometry.getGeometryType(), "coordinates", coordinates(geometry));
    }

    private static Object coordinates(Geometry geometry) {
        return switch (geometry) {
            case GeometryCollection multi ->
                members(multi).stream().map(JsonWriter::coordinates).toList();
            case Polygon polygon -> {
                List<Object> rings = new ArrayList<>(List.of(coordinates(polygon.getExteriorRing())));
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    rings.add(coordinates(polygon.getInteriorRingN(i)));
                }
                yield rings;
            }
            case Point point -> position(point.getCoordinate());
            default ->
                Arrays.stream(geometry.getCoordinates())
                        .map(JsonWriter::position)
                        .toList();
        };
    }

    private static List<Geometry> members(Geometry geometry) {
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            members.add(geometry.getGeometryN(i));
        }
        return members;
    }

    private static List<Double> position(Coordinate c) {
        return Double.isNaN(c.getZ()) ? List.of(c.x, c.y) : List.of(c.x, c.y, c.getZ());
    }
}
