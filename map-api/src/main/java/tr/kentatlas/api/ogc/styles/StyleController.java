package tr.kentatlas.api.ogc.styles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.store.map.TileStore;

/** The city's default cartography as one MapLibre style: the layers of {@code data/styles/map}, in file order, over the map tiles. */
@RestController
class StyleController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> layers;

    StyleController() throws IOException {
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
        Source source = new Source("vector", Urls.of("/ogc/tiles/WebMercatorQuad") + "?f=tilejson");
        List<JsonNode> told = layers.stream()
                .flatMap(layer -> visible(layer, view, language).stream())
                .toList();
        return new Style(8, "Kent", Map.of("kent", source), told);
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

    record Source(String type, String url) {}

    record Style(int version, String name, Map<String, Source> sources, List<JsonNode> layers) {}
}
