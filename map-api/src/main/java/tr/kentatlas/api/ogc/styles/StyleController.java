package tr.kentatlas.api.ogc.styles;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.TileStore;

/**
 * The city's default cartography as one MapLibre style: the layers of {@code data/styles/map}, in file order, over the map tiles; and, switched
 * off at first, whatever they do not show.
 */
@RestController
@Open
class StyleController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final City city;
    private final List<JsonNode> layers;

    StyleController(City city) throws IOException {
        this.city = city;
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:kentatlas/styles/map/*.json");
        layers = Arrays.stream(files)
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                .flatMap(StyleController::layersOf)
                .toList();
    }

    @GetMapping(path = "/ogc/styles", produces = MediaTypes.JSON)
    Map<String, List<StyleEntry>> styles() {
        return Map.of("styles", List.of(new StyleEntry("kent", "Kent", Urls.of("/ogc/styles/kent"))));
    }

    @GetMapping(path = "/ogc/styles/kent", produces = MediaTypes.JSON)
    Style style(View view, Locale language) {
        OtherTypes others = new OtherTypes(view, others(view));
        Map<String, JsonNode> sources = new LinkedHashMap<>();
        sources.put("kent", JSON.createObjectNode().put("type", "vector").put("url", tilesOfTheMap()));
        sources.putAll(others.sources());
        String credits = city.credits().html();
        if (!credits.isEmpty()) sources.values().forEach(source -> ((ObjectNode) source).put("attribution", credits));
        List<JsonNode> told = new ArrayList<>(layers.stream()
                .flatMap(layer -> visible(layer, view, language).stream())
                .toList());
        told.addAll(firstName(told), others.layers().toList());
        return new Style(8, "Kent", sources, told);
    }

    private static String tilesOfTheMap() {
        return Urls.of("/ogc/tiles/WebMercatorQuad") + "?f=tilejson";
    }

    private List<VisibleType> others(View view) {
        Set<String> drawn = layers.stream()
                .map(layer -> TileStore.typeOf(layer.path("source-layer").asString("")))
                .collect(Collectors.toSet());
        return view.types().stream()
                .filter(type ->
                        type.hasGeometry() && !drawn.contains(type.type().name()))
                .toList();
    }

    /** Where names and signs begin: they stay above everything. */
    private static int firstName(List<JsonNode> layers) {
        int at = 0;
        while (at < layers.size() && !layers.get(at).path("type").asString().equals("symbol")) at++;
        return at;
    }

    /** A layer of a type the caller does not see would only be an error on the map. */
    private static Optional<JsonNode> visible(JsonNode layer, View view, Locale language) {
        if (!layer.has("source-layer")) return Optional.of(layer);
        return view.find(TileStore.typeOf(layer.path("source-layer").asString()))
                .map(type -> CodeNames.in(layer, type, language));
    }

    private static Stream<JsonNode> layersOf(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return JSON.readTree(in).valueStream().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("the style " + file.getFilename() + " cannot be read", e);
        }
    }

    record StyleEntry(String id, String title, String href) {}

    record Style(int version, String name, Map<String, JsonNode> sources, List<JsonNode> layers) {}
}
