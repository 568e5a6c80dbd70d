package tr.kentatlas.api.ogc.tiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.FinerPlans;
import tr.kentatlas.spatial.store.map.TileStore;

/** What tiles carry at which zoom: {@code data/styles/tiles.yaml}. A type or field the caller does not see is left out. */
public final class TileRules {
    static final int MIN_ZOOM = 6;
    static final int MAX_ZOOM = 16;

    /** From here on a tile of one collection has every feature; one of a zoom less would have four times as many. */
    private static final int DENSE_ZOOM = 14;
    /** From here on with every attribute: with seventy a dense tile of a zoom less has more than half a megabyte. */
    static final int WHOLE_ZOOM = 15;

    private final List<Rule> rules;

    private TileRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static TileRules read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = new ClassPathResource("kentatlas/styles/tiles.yaml").getInputStream()) {
            return new TileRules(List.of(yaml.readValue(in, Rule[].class)));
        } catch (IOException e) {
            throw new IllegalStateException("the tile rules cannot be read", e);
        }
    }

    /** Equal for equal rules. */
    String text() {
        return rules.toString();
    }

    List<TileStore.Layer> layers(View view, int zoom) {
        return rules.stream().flatMap(rule -> rule.layers(view, zoom).stream()).toList();
    }

    /** What a tile of one collection carries: everything, and from afar what is to be seen, with the attributes the map has. */
    TileStore.Layer layer(VisibleType type, int zoom) {
        if (zoom >= WHOLE_ZOOM) return TileStore.Layer.of(type);
        TileStore.Layer seen = TileStore.Layer.of(type, fields(type), 0);
        return zoom >= DENSE_ZOOM ? seen : seen.thin();
    }

    private List<String> fields(VisibleType type) {
        return rules.stream()
                .filter(rule -> rule.type.equals(type.type().name()))
                .findFirst()
                .map(Rule::fields)
                .orElse(List.of());
    }

    /** Whether features of a type lie beneath plans: which ones are drawn is decided by others. */
    public boolean isBeneathPlans(String type) {
        return rules.stream().anyMatch(rule -> rule.type.equals(type) && rule.beneath != null);
    }

    /** The plans beneath which features of a type are not drawn, on whatever map; empty where there are none. */
    public Optional<FinerPlans> finer(View view, VisibleType features) {
        return rules.stream()
                .filter(rule -> rule.type.equals(features.type().name()))
                .findFirst()
                .flatMap(rule -> rule.finer(view, features));
    }

    /** A type in the map tile; with labels it has a layer of points to write names at, too. */
    record Rule(
            String type,
            List<String> fields,
            List<Level> levels,
            @Nullable Boolean labels,
            @Nullable Beneath beneath) {
        List<TileStore.Layer> layers(View view, int zoom) {
            return layer(view, zoom).stream()
                    .flatMap(layer ->
                            Boolean.TRUE.equals(labels) ? Stream.of(layer, layer.asLabels()) : Stream.of(layer))
                    .toList();
        }

        private Optional<TileStore.Layer> layer(View view, int zoom) {
            Optional<Level> level =
                    levels.stream().filter(l -> l.zoom <= zoom).max(Comparator.comparingInt(Level::zoom));
            return level.flatMap(l -> view.find(type)
                    .filter(visible -> Beneath.mayBeChosenBy(view, visible, l.filter))
                    .map(visible -> layer(visible, l))
                    .map(layer -> finer(view, layer.type()).map(layer::beneath).orElse(layer)));
        }

        private Optional<FinerPlans> finer(View view, VisibleType visible) {
            return Optional.ofNullable(beneath).flatMap(rule -> rule.finer(view, visible));
        }

        private TileStore.Layer layer(VisibleType visible, Level level) {
            TileStore.Layer all = TileStore.Layer.of(visible, fields, level.minSize == null ? 0 : level.minSize);
            return level.filter == null ? all : all.where(Cql2Text.parse(level.filter));
        }
    }

    /** From a zoom on: which features, no smaller than so many metres. */
    record Level(
            int zoom, @Nullable Double minSize, @Nullable String filter) {}
}
