package tr.kentatlas.api.thematic.drawn;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.Legend;
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
        switch (Symbol.Shape.of(type)) {
            case POINT -> circles(layers);
            case LINE -> lines(layers);
            case AREA -> areas(layers);
            case ANY -> {
                areas(layers);
                circles(layers);
            }
        }
        return style;
    }

    private void areas(ArrayNode layers) {
        ObjectNode paint = layer(layers, "fill", "Polygon");
        paint.set("fill-color", byClass(true));
        paint.put("fill-antialias", false);
        ObjectNode edge = layer(layers, "line", "Polygon");
        edge.set("line-color", byClass(false));
        edge.put("line-width", width());
    }

    private void lines(ArrayNode layers) {
        ObjectNode paint = layer(layers, "line", "LineString");
        paint.set("line-color", byClass(false));
        paint.put("line-width", width());
        ((ObjectNode) layers.get(layers.size() - 1))
                .putObject("layout")
                .put("line-cap", "round")
                .put("line-join", "round");
    }

    private void circles(ArrayNode layers) {
        ObjectNode paint = layer(layers, "circle", "Point");
        paint.set("circle-color", byClass(true));
        paint.set("circle-stroke-color", byClass(false));
        paint.put("circle-stroke-width", width());
        paint.put("circle-radius", first().radius());
    }

    private ObjectNode layer(ArrayNode layers, String kind, String geometry) {
        ObjectNode layer = layers.addObject();
        layer.put("id", LAYER + "-" + geometry.toLowerCase(Locale.ROOT) + "-" + kind);
        layer.put("type", kind).put("source", LAYER).put("source-layer", LAYER);
        ArrayNode filter = layer.putArray("filter");
        filter.add("all")
                .addArray()
                .add("==")
                .add(JSON.createArrayNode().add("geometry-type"))
                .add(geometry);
        if (classed.legend().noData() == null) filter.addArray().add("has").add(MapViewSql.CLASS);
        return layer.putObject("paint");
    }

    /** The colour of each class number, then that of none. */
    private ArrayNode byClass(boolean inside) {
        ArrayNode match = JSON.createArrayNode().add("match");
        match.addArray()
                .add("coalesce")
                .add(JSON.createArrayNode().add("get").add(MapViewSql.CLASS))
                .add(-1);
        var symbols = ClassedLayer.symbols(classed, type);
        for (int i = 0; i < symbols.size(); i++) match.add(i).add(colour(symbols.get(i), inside));
        Symbol none = ClassedLayer.noData(classed, type);
        if (symbols.isEmpty()) match.add(0).add(none == null ? "rgba(0,0,0,0)" : colour(none, inside));
        return match.add(none == null ? "rgba(0,0,0,0)" : colour(none, inside));
    }

    private static String colour(Symbol symbol, boolean inside) {
        int argb = inside ? symbol.fill() : symbol.stroke();
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    private double width() {
        return first().width();
    }

    private Symbol first() {
        Legend.@Nullable Entry any = classed.legend().noData();
        String colour = any == null ? "#888888" : any.colour();
        return Symbol.ofClass(colour, Symbol.Shape.of(type));
    }
}
