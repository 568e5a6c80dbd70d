package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries as CQL2 text reads them, with every digit of their coordinates. */
final class WktWriter {
    private WktWriter() {}

    static String write(Geometry geometry) {
        String type = geometry.getGeometryType().toUpperCase(Locale.ROOT);
        return type + (hasHeight(geometry) ? " Z " : "") + body(geometry);
    }

    static String numbers(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String body(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT, Geometry.TYPENAME_LINESTRING -> positions(geometry);
            case Geometry.TYPENAME_POLYGON -> rings((Polygon) geometry);
            case Geometry.TYPENAME_GEOMETRYCOLLECTION -> members(geometry, WktWriter::write);
            default -> members(geometry, WktWriter::body);
        };
    }

    private static String members(Geometry geometry, Function<Geometry, String> member) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            members.add(member.apply(geometry.getGeometryN(i)));
        }
        return "(" + String.join(", ", members) + ")";
    }

    private static String rings(Polygon polygon) {
        List<LinearRing> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i));
        }
        return rings.stream().map(WktWriter::positions).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String positions(Geometry geometry) {
        return Arrays.stream(geometry.getCoordinates())
                .map(WktWriter::position)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String position(Coordinate c) {
        return c.getX() + " " + c.getY() + (Double.isNaN(c.getZ()) ? "" : " " + c.getZ());
    }

    private static boolean hasHeight(Geometry geometry) {
        return !(geometry instanceof LineString line && line.isEmpty())
                && !Double.isNaN(geometry.getCoordinates()[0].getZ());
    }
}
