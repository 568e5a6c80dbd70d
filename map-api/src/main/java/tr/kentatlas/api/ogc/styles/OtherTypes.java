package tr.kentatlas.api.ogc.styles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.render.style.PlainStyle;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Types the city's map has no layers for: each is drawn plainly from its own tiles, which are fetched once somebody switches the group
 * {@code other} on. A type new in the model is on the map without a style of its own.
 */
final class OtherTypes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOWEST_ZOOM = 12;
    private static final int HIGHEST_ZOOM = 16;

    private final List<VisibleType> types;
    private final View view;

    OtherTypes(View view, List<VisibleType> types) {
        this.view = view;
        this.types = types;
    }

    /** One for each type, by its name in the style. */
    Map<String, ObjectNode> sources() {
        Map<String, ObjectNode> sources = new LinkedHashMap<>();
        types.forEach(type -> sources.put(source(type), tiles(type)));
        return sources;
    }

    private ObjectNode tiles(VisibleType type) {
        String tiles = "/ogc/collections/" + type.type().name() + "/tiles/WebMercatorQuad/{z}/{y}/{x}";
        ObjectNode source = JSON.createObjectNode().put("type", "vector");
        source.putArray("tiles")
                .add(Urls.of(tiles) + "?release=" + view.edition().release());
        return source.put("minzoom", LOWEST_ZOOM).put("maxzoom", HIGHEST_ZOOM);
    }

    /** What they look like, areas first. */
    Stream<JsonNode> layers() {
        return Stream.of(Symbol.Shape.values())
                .flatMap(shape -> types.stream()
                        .filter(type -> Symbol.Shape.of(type).contains(shape))
                        .map(type -> layer(type, PlainStyle.layer(type, shape))));
    }

    private static JsonNode layer(VisibleType type, ObjectNode plain) {
        String name = type.type().name();
        ObjectNode layer = JSON.createObjectNode()
                .put("id", "other-" + name + "-" + plain.path("type").asString())
                .put("source", source(type))
                .put("source-layer", name)
                .put("minzoom", LOWEST_ZOOM);
        layer.putObject("metadata").put("kent:group", "other");
        layer.putObject("layout").put("visibility", "none");
        return layer.setAll(plain);
    }

    private static String source(VisibleType type) {
        return "other-" + type.type().name();
    }
}
