package tr.kentatlas.api.thematic.drawn;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/**
 * Writes a classed map as a MapLibre style over vector tiles whose one layer, {@value #LAYER}, carries the class number of each feature as
 * {@value Sld#CLASS}: the page draws what SQL decided.
 */
public final class MapLibreStyle {
    /** The tiles' one layer. */
    public static final String LAYER = "tema";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STYLE_VERSION = 8;
    private static final int LOWEST_ZOOM = 8;
    private static final int HIGHEST_ZOOM = 16;

    private final ClassedMap classed;
    private final VisibleType type;

    private MapLibreStyle(ClassedMap classed, VisibleType type) {
        this.classed = classed;
        this.type = type;
    }

    /**
     * The style of a classed map.
     *
     * @param tiles address of the tiles, with {z}, {x} and {y}
     */
    public static ObjectNode write(ClassedMap classed, VisibleType type, String tiles) {
        return new MapLibreStyle(classed, type).style(tiles);
    }

    private ObjectNode style(String tiles) {
        ObjectNode style = JSON.createObjectNode();
        style.put("version", STYLE_VERSION);
        style.put("name", classed.legend().title().in(Locale.of("tr")));
        ObjectNode source = style.putObject("sources").putObject(LAYER);
        source.put("type", "vector").put("minzoom", LOWEST_ZOOM).put("maxzoom", HIGHEST_ZOOM);
        source.putArray("tiles").add(tiles);
        ArrayNode layers = style.putArray("layers");
        for (Symbol.Shape shape : Symbol.Shape.of(type)) {
            switch (shape) {
                case AREA -> areas(layers);
                case LINE -> lines(layers);
                case POINT -> circles(layers);
            }
        }
        return style;
    }

    private void areas(ArrayNode layers) {
        ObjectNode fill = layer(layers, "fill", Symbol.Shape.AREA);
        paint(fill).put("fill-antialias", false).set("fill-color", byClass(Symbol.Shape.AREA, true));
        ObjectNode edge = layer(layers, "line", Symbol.Shape.AREA);
        paint(edge)
                .put("line-width", any(Symbol.Shape.AREA).width())
                .set("line-color", byClass(Symbol.Shape.AREA, false));
    }

    private void lines(ArrayNode layers) {
        ObjectNode line = layer(layers, "line", Symbol.Shape.LINE);
        line.withObject("/layout").put("line-cap", "round").put("line-join", "round");
        paint(line)
                .put("line-width", any(Symbol.Shape.LINE).width())
                .set("line-color", byClass(Symbol.Shape.LINE, false));
    }

    private void circles(ArrayNode layers) {
        Symbol symbol = any(Symbol.Shape.POINT);
        ObjectNode paint = paint(layer(layers, "circle", Symbol.Shape.POINT));
        paint.put("circle-radius", symbol.radius()).put("circle-stroke-width", symbol.width());
        paint.set("circle-color", byClass(Symbol.Shape.POINT, true));
        paint.set("circle-stroke-color", byClass(Symbol.Shape.POINT, false));
    }

    /** A layer of one kind of geometry; features of a higher class lie over the others. */
    private ObjectNode layer(ArrayNode layers, String kind, Symbol.Shape shape) {
        String geometry = shape.geometryType();
        ObjectNode layer = layers.addObject();
        layer.put("id", LAYER + "-" + geometry.toLowerCase(Locale.ROOT) + "-" + kind);
        layer.put("type", kind).put("source", LAYER).put("source-layer", LAYER);
        ArrayNode filter = layer.putArray("filter").add("all");
        filter.addArray().add("==").add(array("geometry-type")).add(geometry);
        if (classed.legend().noData() == null) filter.addArray().add("has").add(MapViewSql.CLASS);
        layer.putObject("layout").set(kind + "-sort-key", number());
        return layer;
    }

    private static ObjectNode paint(ObjectNode layer) {
        return layer.withObject("/paint");
    }

    /** The class number; less than any where there is none. */
    private static ArrayNode number() {
        return array("coalesce").add(array("get").add(MapViewSql.CLASS)).add(-1);
    }

    private static ArrayNode array(String operator) {
        return JSON.createArrayNode().add(operator);
    }

    /** The colour of each class number, then that of none. */
    private ArrayNode byClass(Symbol.Shape shape, boolean inside) {
        ArrayNode match = array("match").add(number());
        var symbols = ClassedLayer.symbols(classed, shape);
        for (int i = 0; i < symbols.size(); i++) match.add(i).add(colour(symbols.get(i), inside));
        Symbol none = ClassedLayer.noData(classed, shape);
        if (symbols.isEmpty()) match.add(0).add(none == null ? "rgba(0,0,0,0)" : colour(none, inside));
        return match.add(none == null ? "rgba(0,0,0,0)" : colour(none, inside));
    }

    private static String colour(Symbol symbol, boolean inside) {
        int argb = inside ? symbol.fill() : symbol.stroke();
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    /** Classes differ by colour alone. */
    private static Symbol any(Symbol.Shape shape) {
        return Symbol.ofClass("#888888", shape);
    }
}
