package tr.kentatlas.api.render.style;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/**
 * The city's default cartography, {@code data/styles/map}, for the embedded engine: fills, lines and circles as the map page has them;
 * symbols become dots; names and heights are left to the page. A type without a style of its own gets a plain one.
 */
public final class DefaultStyles {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> DRAWN = Set.of("fill", "line", "circle", "symbol");

    private final Map<String, List<JsonNode>> layers = new LinkedHashMap<>();

    private DefaultStyles() {}

    public static DefaultStyles read() {
        DefaultStyles styles = new DefaultStyles();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:kentatlas/styles/map/*.json");
            Arrays.sort(files, Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
            for (Resource file : files) styles.add(file);
        } catch (IOException e) {
            throw new IllegalStateException("the styles cannot be read", e);
        }
        return styles;
    }

    private void add(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            for (JsonNode layer : JSON.readTree(in)) {
                if (!DRAWN.contains(layer.path("type").asString(""))) continue;
                String type = layer.path("source-layer").asString("");
                layers.computeIfAbsent(type, t -> new ArrayList<>()).add(layer);
            }
        }
    }

    /** The layer of a type at a zoom; below the first zoom it is made for, as it looks there. */
    public Layer layer(VisibleType type, double zoom) {
        List<JsonNode> own = drawn(type);
        double lowest = own.stream()
                .mapToDouble(layer -> layer.path("minzoom").asDouble(0))
                .min()
                .orElse(0);
        double seen = Math.max(zoom, lowest);
        List<Attribute> fields =
                fields(type).stream().map(MapViewSql.Field::attribute).toList();
        List<Layer.Coat> coats = new ArrayList<>();
        for (JsonNode layer : own) {
            boolean shown = layer.path("minzoom").asDouble(0) <= seen
                    && seen < layer.path("maxzoom").asDouble(Double.MAX_VALUE);
            if (shown) coats.add(new StyleCoat(layer, fields, seen));
        }
        if (coats.isEmpty()) coats.add(values -> plain(type));
        List<PictureStore.Value> values = new ArrayList<>();
        fields.forEach(field -> values.add(new PictureStore.Field(field)));
        return new Layer(type, null, values, coats);
    }

    /** Symbols stand for points alone; a name written on an area is no picture of it. */
    private List<JsonNode> drawn(VisibleType type) {
        boolean points = Symbol.Shape.of(type) == Symbol.Shape.POINT;
        return layers.getOrDefault(type.type().name(), List.of()).stream()
                .filter(layer -> points || !layer.path("type").asString("").equals("symbol"))
                .toList();
    }

    /** What of a type decides how its features look, in the order of the values of {@link #layer}. */
    public List<MapViewSql.Field> fields(VisibleType type) {
        Map<String, MapViewSql.Use> uses = new HashMap<>();
        for (JsonNode layer : drawn(type)) {
            uses(layer.path("filter"), uses);
            uses(layer.path("paint"), uses);
            uses(StyleCoat.rankOf(layer), uses);
        }
        List<MapViewSql.Field> fields = new ArrayList<>();
        for (Attribute attribute : type.attributes()) {
            MapViewSql.Use use = uses.get(attribute.name());
            if (use != null) fields.add(new MapViewSql.Field(attribute, use));
        }
        return fields;
    }

    /** The types that have a style of their own, the lowest first. */
    public List<String> drawingOrder() {
        return List.copyOf(layers.keySet());
    }

    private static void uses(JsonNode node, Map<String, MapViewSql.Use> uses) {
        if (node.isArray() && node.size() > 1 && node.get(0).isString()) {
            String operator = node.get(0).asString();
            String name = node.get(1).asString("");
            if (operator.equals("get")) uses.put(name, MapViewSql.Use.VALUE);
            if (operator.equals("has")) uses.putIfAbsent(name, MapViewSql.Use.PRESENCE);
        }
        node.forEach(child -> uses(child, uses));
    }

    static Symbol plain(VisibleType type) {
        return switch (Symbol.Shape.of(type)) {
            case POINT -> Symbol.circle(0xff3b6ea5, 3.5, 0xffffffff, 1);
            case LINE -> Symbol.line(0xff55606b, 1.2, null);
            case AREA, ANY -> new Symbol(0xffdfe3e8, 0xff7b8794, 0.8, List.of(), 3.5);
        };
    }
}
