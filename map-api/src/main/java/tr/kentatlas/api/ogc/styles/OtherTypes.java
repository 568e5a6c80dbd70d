package tr.kentatlas.api.ogc.styles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Types the city's map has no layers for: each is drawn plainly from its own tiles, which are fetched once somebody switches the group
 * {@code other} on. A type new in the model is on the map without a style of its own.
 */
final class OtherTypes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOWEST_ZOOM = 12;
    private static final int HIGHEST_ZOOM = 16;
    private static final List<String> COLOURS =
            List.of("#7b4b94", "#b5541c", "#1f6f6b", "#8a6d00", "#a02c5a", "#3d5a9e");

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
        return Stream.of(Look.values())
                .flatMap(look -> types.stream().filter(look::fits).map(type -> layer(type, look)));
    }

    private static JsonNode layer(VisibleType type, Look look) {
        String name = type.type().name();
        ObjectNode layer = JSON.createObjectNode()
                .put("id", "other-" + name + "-" + look.kind)
                .put("type", look.kind)
                .put("source", source(type))
                .put("source-layer", name)
                .put("minzoom", LOWEST_ZOOM);
        layer.putObject("metadata").put("kent:group", "other");
        layer.putObject("layout").put("visibility", "none");
        layer.set("filter", look.filter());
        layer.set("paint", look.paint(colour(type)));
        return layer;
    }

    private static String source(VisibleType type) {
        return "other-" + type.type().name();
    }

    /** Types of one theme look alike. */
    private static String colour(VisibleType type) {
        return COLOURS.get(Math.floorMod(type.type().theme().hashCode(), COLOURS.size()));
    }

    /** How a kind of geometry is drawn. */
    private enum Look {
        AREA("fill", "Polygon", GeometryType.MULTI_POLYGON),
        LINE("line", "LineString", GeometryType.LINE_STRING),
        POINT("circle", "Point", GeometryType.POINT);

        private final String kind;
        private final String shape;
        private final GeometryType geometry;

        Look(String kind, String shape, GeometryType geometry) {
            this.kind = kind;
            this.shape = shape;
            this.geometry = geometry;
        }

        boolean fits(VisibleType type) {
            var own = type.type().geometry();
            return own != null && (own.type() == geometry || own.type() == GeometryType.GEOMETRY);
        }

        ArrayNode filter() {
            ArrayNode kindOf = JsonNodeFactory.instance.arrayNode().add("geometry-type");
            return JsonNodeFactory.instance.arrayNode().add("==").add(kindOf).add(shape);
        }

        ObjectNode paint(String colour) {
            ObjectNode paint = JSON.createObjectNode().put(kind + "-color", colour);
            return switch (this) {
                case AREA -> paint.put("fill-opacity", 0.25).put("fill-outline-color", colour);
                case LINE -> paint.put("line-width", 1.5);
                case POINT ->
                    paint.put("circle-radius", 3.5)
                            .put("circle-stroke-color", "#ffffff")
                            .put("circle-stroke-width", 1);
            };
        }
    }
}
