package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Reads the geometries and boxes of CQL2 text, which are written as WKT (OGC 06-103r4 §7). */
final class WktReader {
    private static final Set<String> TYPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private final Tokens tokens;

    WktReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A type's name alone is a property's name; the parenthesis makes it a geometry. */
    boolean isNext() {
        int bracket = tokens.peek(1).isWord("Z") ? 2 : 1;
        return tokens.peek().kind() == Token.Kind.NAME
                && TYPES.contains(Words.capitals(tokens.peek().text()))
                && tokens.peek(bracket).isSymbol("(");
    }

    Geometry geometry() {
        Token type = tokens.take();
        tokens.takeWord("Z");
        var factory = Shapes.FACTORY;
        return switch (Words.capitals(type.text())) {
            case "POINT" -> point();
            case "LINESTRING" -> line();
            case "POLYGON" -> polygon();
            case "MULTIPOINT" -> factory.createMultiPoint(list(this::member).toArray(Point[]::new));
            case "MULTILINESTRING" ->
                factory.createMultiLineString(list(this::line).toArray(LineString[]::new));
            case "MULTIPOLYGON" ->
                factory.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
            default -> factory.createGeometryCollection(list(this::collected).toArray(Geometry[]::new));
        };
    }

    /** The numbers of {@code BBOX}, whose name has been taken. */
    Cql2.BboxLiteral bbox() {
        Place place = tokens.peek().place();
        List<Double> numbers = list(tokens::expectCoordinate);
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new Cql2SyntaxException(place, Phrase.BBOX_ARGUMENTS, numbers.size());
        }
        return new Cql2.BboxLiteral(numbers);
    }

    private Geometry collected() {
        if (!isNext() || tokens.peek().isWord("GEOMETRYCOLLECTION")) {
            throw tokens.expected(Phrase.FLAT_GEOMETRY);
        }
        return geometry();
    }

    private Point point() {
        tokens.expectSymbol("(");
        Point point = Shapes.FACTORY.createPoint(position());
        tokens.expectSymbol(")");
        return point;
    }

    /** Both {@code MULTIPOINT((1 2), (3 4))} and the older {@code MULTIPOINT(1 2, 3 4)} are in use. */
    private Point member() {
        return tokens.peek().isSymbol("(") ? point() : Shapes.FACTORY.createPoint(position());
    }

    private LineString line() {
        Place place = tokens.peek().place();
        return Shapes.line(list(this::position), place);
    }

    private Polygon polygon() {
        return Shapes.polygon(list(() -> {
            Place place = tokens.peek().place();
            return Shapes.ring(list(this::position), place);
        }));
    }

    private Coordinate position() {
        double x = tokens.expectCoordinate();
        double y = tokens.expectCoordinate();
        boolean flat = tokens.peek().isSymbol(",") || tokens.peek().isSymbol(")");
        return flat ? new Coordinate(x, y) : new Coordinate(x, y, tokens.expectCoordinate());
    }

    private <T> List<T> list(Supplier<T> member) {
        List<T> members = new ArrayList<>();
        tokens.expectSymbol("(");
        do {
            members.add(member.get());
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(")");
        return members;
    }
}
