package tr.kentatlas.api.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.tile.GeometryKind;

/**
 * How features of one kind of geometry are drawn, whatever engine draws them. Colours are ARGB, 0 for none; lengths are pixels of 0.28 mm
 * (OGC 05-077r4 §6.2).
 *
 * @param shape the geometry it is for; no other is drawn with it
 * @param fill inside of areas and of the circle of a point
 * @param stroke lines, and the outline of areas and circles
 * @param width of the stroke
 * @param dashes lengths drawn and left out in turn; empty for a whole line
 * @param radius of the circle a point is drawn as
 */
public record Symbol(Shape shape, int fill, int stroke, double width, List<Double> dashes, double radius) {
    private static final double OUTLINE = 0.5;
    private static final double FINE = 0.1;
    private static final double LINE = 2.4;
    private static final double RADIUS = 4;
    private static final double DARKER = 0.72;

    /** Any order of different symbols, always the same. */
    public static final Comparator<Symbol> ORDER = Comparator.comparing(Symbol::shape)
            .thenComparingInt(Symbol::fill)
            .thenComparingInt(Symbol::stroke)
            .thenComparingDouble(Symbol::width)
            .thenComparingDouble(Symbol::radius)
            .thenComparing(symbol -> symbol.dashes().toString());

    public Symbol {
        dashes = List.copyOf(dashes);
    }

    /** A class of a thematic map: its colour, with a darker edge around areas and points. */
    public static Symbol ofClass(String colour, Shape shape) {
        int rgb = 0xff000000 | Integer.parseInt(colour.substring(1), 16);
        return switch (shape) {
            case LINE -> new Symbol(shape, 0, rgb, LINE, List.of(), 0);
            case AREA -> new Symbol(shape, rgb, darker(rgb), OUTLINE, List.of(), 0);
            case POINT -> new Symbol(shape, rgb, darker(rgb), OUTLINE + 0.3, List.of(), RADIUS);
        };
    }

    /** A kind of geometry, in the order they are drawn in: lines lie over areas, points over both. */
    public enum Shape {
        AREA(GeometryKind.POLYGON, "Polygon"),
        LINE(GeometryKind.LINE, "LineString"),
        POINT(GeometryKind.POINT, "Point");

        private final GeometryKind kind;
        private final String geometryType;

        Shape(GeometryKind kind, String geometryType) {
            this.kind = kind;
            this.geometryType = geometryType;
        }

        GeometryKind kind() {
            return kind;
        }

        /** Its name in styles of MapLibre. */
        public String geometryType() {
            return geometryType;
        }

        /** What features of a type may be: one kind, or any where the model leaves it open. */
        public static List<Shape> of(VisibleType type) {
            FeatureGeometry geometry = type.type().geometry();
            if (geometry == null) return List.of(values());
            return switch (geometry.type()) {
                case POINT -> List.of(POINT);
                case LINE_STRING -> List.of(LINE);
                case MULTI_POLYGON -> List.of(AREA);
                case GEOMETRY -> List.of(values());
            };
        }
    }

    public static Symbol area(int fill, int outline) {
        return new Symbol(Shape.AREA, fill, outline, outline == 0 ? 0 : OUTLINE, List.of(), 0);
    }

    /** A stroke: a line, or the outline of an area. */
    public static Symbol line(Shape shape, int colour, double width, double @Nullable [] dashes) {
        List<Double> lengths =
                dashes == null ? List.of() : Arrays.stream(dashes).boxed().toList();
        return new Symbol(shape, 0, colour, width, lengths, 0);
    }

    public static Symbol circle(int fill, double radius, int stroke, double width) {
        return new Symbol(Shape.POINT, fill, stroke, width, List.of(), radius);
    }

    /** With an edge so fine that the colour of a small area stays what the legend says. */
    public Symbol fineEdged() {
        return fill == 0 ? this : new Symbol(shape, fill, stroke, Math.min(width, FINE), dashes, radius);
    }

    private static int darker(int argb) {
        int colour = argb & 0xff000000;
        for (int shift = 16; shift >= 0; shift -= 8) {
            colour |= (int) Math.round((argb >> shift & 0xff) * DARKER) << shift;
        }
        return colour;
    }
}
