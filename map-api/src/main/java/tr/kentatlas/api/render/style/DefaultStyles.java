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
 * symbols become dots; names and heights are left to the page. A type without a style of its own gets the {@link PlainStyle}.
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
            if (shown) coats.addAll(coats(type, layer, fields, seen));
        }
        if (coats.isEmpty()) Symbol.Shape.of(type).forEach(shape -> coats.add(PlainStyle.coat(type, shape)));
        List<PictureStore.Value> values = new ArrayList<>();
        fields.forEach(field -> values.add(new PictureStore.Field(field)));
        return new Layer(type, null, values, coats);
    }

    private static List<StyleCoat> coats(VisibleType type, JsonNode layer, List<Attribute> fields, double zoom) {
        return Symbol.Shape.of(type).stream()
                .filter(shape -> StyleCoat.draws(layer, shape))
                .map(shape -> new StyleCoat(layer, fields, zoom, shape))
                .toList();
    }

    private List<JsonNode> drawn(VisibleType type) {
        return layers.getOrDefault(type.type().name(), List.of()).stream()
                .filter(layer -> Symbol.Shape.of(type).stream().anyMatch(shape -> StyleCoat.draws(layer, shape)))
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
}
