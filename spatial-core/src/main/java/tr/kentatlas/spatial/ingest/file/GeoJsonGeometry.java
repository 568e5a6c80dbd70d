package tr.kentatlas.spatial.ingest.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * Reads a GeoJSON geometry object (RFC 7946 §3.1). Whether it is valid is for the rules to judge; what is no structure of
 * positions at all is a {@link BadGeometry}. A third number is a height; more are left out.
 */
final class GeoJsonGeometry {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GeoJsonGeometry() {}

    static @Nullable Geometry read(@Nullable JsonNode node) throws BadGeometry {
        if (node == null || node.isNull() || node.isMissingNode()) return null;
        if (!node.isObject()) throw new BadGeometry("its geometry is no object");
        String type = node.path("type").asString("");
        JsonNode places = node.path("coordinates");
        return switch (type) {
            case "Point" -> point(places);
            case "LineString" -> line(places);
            case "Polygon" -> polygon(places);
            case "MultiPoint" ->
                SHAPES.createMultiPoint(all(places, GeoJsonGeometry::point).toArray(Point[]::new));
            case "MultiLineString" ->
                SHAPES.createMultiLineString(all(places, GeoJsonGeometry::line).toArray(LineString[]::new));
            case "MultiPolygon" ->
                SHAPES.createMultiPolygon(all(places, GeoJsonGeometry::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                SHAPES.createGeometryCollection(
                        all(node.path("geometries"), GeoJsonGeometry::member).toArray(Geometry[]::new));
            default -> throw new BadGeometry("'" + type + "' is no GeoJSON geometry type");
        };
    }

    /** Reads one part. */
    @FunctionalInterface
    private interface Part<T> {
        T read(JsonNode node) throws BadGeometry;
    }

    private static <T> List<T> all(JsonNode list, Part<T> part) throws BadGeometry {
        if (!list.isArray()) throw new BadGeometry("its coordinates are nested in the wrong way");
        var parts = new ArrayList<T>(list.size());
        for (JsonNode item : list) parts.add(part.read(item));
        return parts;
    }

    private static Geometry member(JsonNode node) throws BadGeometry {
        Geometry geometry = read(node);
        if (geometry == null) throw new BadGeometry("a member of its collection is empty");
        return geometry;
    }

    private static Point point(JsonNode node) throws BadGeometry {
        return node.isArray() && node.isEmpty() ? SHAPES.createPoint() : SHAPES.createPoint(place(node));
    }

    private static LineString line(JsonNode node) throws BadGeometry {
        Coordinate[] places = places(node);
        if (places.length == 1) throw new BadGeometry("a line has only one position");
        return SHAPES.createLineString(places);
    }

    private static Polygon polygon(JsonNode node) throws BadGeometry {
        var rings = all(node, GeoJsonGeometry::ring);
        if (rings.isEmpty()) return SHAPES.createPolygon();
        return SHAPES.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode node) throws BadGeometry {
        Coordinate[] places = places(node);
        if (places.length > 0 && !places[0].equals2D(places[places.length - 1])) {
            throw new BadGeometry("a ring is not closed");
        }
        if (places.length > 0 && places.length < 4) throw new BadGeometry("a ring has fewer than four positions");
        return SHAPES.createLinearRing(places);
    }

    private static Coordinate[] places(JsonNode node) throws BadGeometry {
        return all(node, GeoJsonGeometry::place).toArray(Coordinate[]::new);
    }

    private static Coordinate place(JsonNode node) throws BadGeometry {
        if (!node.isArray()) throw new BadGeometry("its coordinates are nested in the wrong way");
        if (node.size() < 2 || !node.path(0).isNumber() || !node.path(1).isNumber()) {
            throw new BadGeometry("a position is not two numbers");
        }
        return new Coordinate(
                node.path(0).doubleValue(),
                node.path(1).doubleValue(),
                node.path(2).doubleValue(Coordinate.NULL_ORDINATE));
    }
}
