package tr.kentatlas.api.render.style;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.model.Attribute;

/**
 * One layer of the map page's style as a coat for one kind of geometry.
 *
 * @param layer as the MapLibre style specification has it
 * @param fields whose values the coat is handed
 */
record StyleCoat(JsonNode layer, List<Attribute> fields, double zoom, Symbol.Shape shape) implements Layer.Coat {

    /** Whether a layer shows such geometry; of symbols, points alone, for a name written on an area is no picture of it. */
    static boolean draws(JsonNode layer, Symbol.Shape shape) {
        return switch (layer.path("type").asString("")) {
            case "fill" -> shape == Symbol.Shape.AREA;
            case "line" -> shape != Symbol.Shape.POINT;
            default -> shape == Symbol.Shape.POINT;
        };
    }

    @Override
    public @Nullable Symbol symbol(Layer.Values values) {
        Expression expression = expression(values);
        JsonNode filter = layer.path("filter");
        if (!filter.isMissingNode() && !expression.isTrue(filter)) return null;
        JsonNode paint = layer.path("paint");
        return switch (layer.path("type").asString("")) {
            case "fill" -> fill(paint, expression);
            case "line" -> line(paint, expression);
            case "circle" -> circle(paint, expression);
            default -> Symbol.circle(expression.colour(paint.path("text-color"), 0xff2c5f93), 3.5, 0xffffffff, 1.2);
        };
    }

    @Override
    public double rank(Layer.Values values) {
        return expression(values).number(rankOf(layer), 0);
    }

    /** What decides which of a layer's lines lies over the others ({@code line-sort-key}); missing where nothing does. */
    static JsonNode rankOf(JsonNode layer) {
        return layer.path("layout").path("line-sort-key");
    }

    private Expression expression(Layer.Values values) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = values.at(i);
            if (value != null) named.put(fields.get(i).name(), value);
        }
        return new Expression(named, zoom, shape);
    }

    private static Symbol fill(JsonNode paint, Expression expression) {
        double opacity = expression.number(paint.path("fill-opacity"), 1);
        int fill = StyleColours.faded(expression.colour(paint.path("fill-color"), 0xff000000), opacity);
        int outline = StyleColours.faded(expression.colour(paint.path("fill-outline-color"), 0), opacity);
        return Symbol.area(fill, outline);
    }

    private Symbol line(JsonNode paint, Expression expression) {
        double width = expression.number(paint.path("line-width"), 1);
        int colour = expression.colour(paint.path("line-color"), 0xff000000);
        double opacity = expression.number(paint.path("line-opacity"), 1);
        JsonNode dashes = paint.path("line-dasharray");
        double[] lengths =
                dashes.isArray() && !dashes.isEmpty() && dashes.get(0).isNumber()
                        ? dashes.valueStream()
                                .mapToDouble(d -> Math.max(0.1, d.doubleValue() * width))
                                .toArray()
                        : null;
        return Symbol.line(shape, StyleColours.faded(colour, opacity), width, lengths);
    }

    private static Symbol circle(JsonNode paint, Expression expression) {
        double opacity = expression.number(paint.path("circle-opacity"), 1);
        int fill = StyleColours.faded(expression.colour(paint.path("circle-color"), 0xff000000), opacity);
        return Symbol.circle(
                fill,
                expression.number(paint.path("circle-radius"), 5),
                expression.colour(paint.path("circle-stroke-color"), 0),
                expression.number(paint.path("circle-stroke-width"), 0));
    }
}
