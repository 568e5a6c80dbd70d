package tr.kentatlas.api.render.style;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.store.VisibleType;

/** How a type without a style of its own is drawn, on the map page and in every picture: plainly, and types of one theme alike. */
public final class PlainStyle {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> COLOURS =
            List.of("#7b4b94", "#b5541c", "#1f6f6b", "#8a6d00", "#a02c5a", "#3d5a9e");

    private PlainStyle() {}

    /** A layer of MapLibre for one kind of geometry, with neither name nor source. */
    public static ObjectNode layer(VisibleType type, Symbol.Shape shape) {
        String colour = COLOURS.get(Math.floorMod(type.type().theme().hashCode(), COLOURS.size()));
        ObjectNode layer = JSON.createObjectNode();
        layer.put(
                "type",
                switch (shape) {
                    case AREA -> "fill";
                    case LINE -> "line";
                    case POINT -> "circle";
                });
        ArrayNode filter = layer.putArray("filter").add("==");
        filter.addArray().add("geometry-type");
        filter.add(shape.geometryType());
        paint(layer.putObject("paint"), colour, shape);
        return layer;
    }

    private static void paint(ObjectNode paint, String colour, Symbol.Shape shape) {
        switch (shape) {
            case AREA ->
                paint.put("fill-color", colour).put("fill-opacity", 0.25).put("fill-outline-color", colour);
            case LINE -> paint.put("line-color", colour).put("line-width", 1.5);
            case POINT ->
                paint.put("circle-color", colour)
                        .put("circle-radius", 3.5)
                        .put("circle-stroke-color", "#ffffff")
                        .put("circle-stroke-width", 1);
        }
    }

    static Layer.Coat coat(VisibleType type, Symbol.Shape shape) {
        return new StyleCoat(layer(type, shape), List.of(), 0, shape);
    }
}
