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
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.FinerPlans;
import tr.kentatlas.spatial.store.TileStore;
import tr.kentatlas.spatial.store.UnknownPropertyException;
import tr.kentatlas.spatial.store.VisibleType;

/** What the combined map tile carries at which zoom: {@code data/styles/tiles.yaml}. A type or field the caller does not see is left out. */
final class TileRules {
    static final int MIN_ZOOM = 6;
    static final int MAX_ZOOM = 16;

    private final List<Rule> rules;

    private TileRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static TileRules read() {
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
                    .filter(visible -> mayBeChosenBy(view, visible, l.filter))
                    .map(visible -> layer(visible, l))
                    .map(layer -> beneath == null
                            ? layer
                            : beneath.finer(view, layer.type())
                                    .map(layer::beneath)
                                    .orElse(layer)));
        }

        /** A choice by a value that is hidden from the caller would show it. */
        private static boolean mayBeChosenBy(View view, VisibleType visible, @Nullable String filter) {
            if (filter == null) return true;
            try {
                FeatureStore.check(view.edition(), visible, Cql2Text.parse(filter), Crs.CRS84);
                return true;
            } catch (UnknownPropertyException hidden) {
                return false;
            }
        }

        private TileStore.Layer layer(VisibleType visible, Level level) {
            TileStore.Layer all = TileStore.Layer.of(visible, fields, level.minSize == null ? 0 : level.minSize);
            return level.filter == null ? all : all.where(Cql2Text.parse(level.filter));
        }
    }

    /**
     * Features belong to plans and are not drawn where more detailed ones lie.
     *
     * @param type of the plans
     * @param reference the features' field that names their plan
     * @param scale the plans' field of the scale, {@code level} that of a code, the most detailed last in its list
     * @param filter which plans count
     */
    record Beneath(String type, String reference, String scale, String level, String filter) {
        /** Empty where the caller does not see what decides, or plans and features stand before different walls. */
        Optional<FinerPlans> finer(View view, VisibleType features) {
            Optional<VisibleType> plans =
                    view.find(type).filter(seen -> seen.readsPublicCopy() == features.readsPublicCopy());
            return plans.flatMap(seen -> features.attribute(reference).flatMap(own -> finer(view, seen, own)));
        }

        private Optional<FinerPlans> finer(View view, VisibleType plans, Attribute own) {
            if (!Rule.mayBeChosenBy(view, plans, filter)) return Optional.empty();
            return plans.attribute(scale)
                    .flatMap(number -> plans.attribute(level)
                            .map(code -> new FinerPlans(
                                    plans, own, number, code, levels(plans, code), Cql2Text.parse(filter))));
        }

        private static List<String> levels(VisibleType plans, Attribute level) {
            CodeList list = level.list() == null
                    ? null
                    : plans.entry().model().codeLists().get(level.list());
            return list == null
                    ? List.of()
                    : list.codes().stream().map(CodeList.Code::code).toList();
        }
    }

    /** From a zoom on: which features, no smaller than so many metres. */
    record Level(
            int zoom, @Nullable Double minSize, @Nullable String filter) {}
}
