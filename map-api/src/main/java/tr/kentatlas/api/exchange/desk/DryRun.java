package tr.kentatlas.api.exchange.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.Reach;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * What a partner would see under terms that are not in force: the very grant, the very questions. Whoever tries it out is told no value
 * and no place their own grant hides, only that there is one; and of rows chosen by what it hides not even how many there are, since
 * enough such questions tell any value.
 */
@Component
class DryRun {
    private static final int ROWS = 5;
    /** The shapes come from so many parts of the layer's box, by so many, so that the map tells where the partner sees something. */
    private static final int PARTS = 8;

    private static final int OF_EACH_PART = 10;

    /** Instead of a value the partner would see and whoever tries it out does not. */
    static final String THERE_IS_ONE = "•••";

    private final FeatureStore features;

    DryRun(FeatureStore features) {
        this.features = features;
    }

    /**
     * One layer as the partner would see it.
     *
     * @param features how many; null where that would tell what is hidden
     * @param rows some features, by official field name
     * @param shapes GeoJSON geometries of more of them
     */
    record Sample(
            String type,
            @Nullable Long features,
            long of,
            @Nullable List<Double> bbox,
            List<Map<String, @Nullable Object>> rows,
            List<JsonNode> shapes) {

        /** So many features are told of. */
        long told() {
            return Math.max(rows.size(), shapes.size());
        }

        private static Sample withheld(VisibleType type) {
            return new Sample(type.type().name(), null, type.entry().rows(), null, List.of(), List.of());
        }
    }

    /** @param own what whoever tries it out sees */
    List<Sample> of(Terms terms, Edition edition, Grant own) {
        return VisibleType.list(edition, terms.grant()).stream()
                .map(type -> sample(
                        edition,
                        type,
                        VisibleType.find(edition, own, type.type().name())))
                .toList();
    }

    private Sample sample(Edition edition, VisibleType type, Optional<VisibleType> own) {
        if (own.map(seen -> isChosenByHidden(type, seen)).orElse(!type.showsAll())) return Sample.withheld(type);
        Reach reach = features.reach(edition, type);
        Collection<Feature> some = spread(edition, type, reach.extent());
        return new Sample(
                type.type().name(),
                reach.rows(),
                type.entry().rows(),
                own.isEmpty() ? null : box(reach.extent()),
                some.stream()
                        .limit(ROWS)
                        .map(feature -> row(type, feature, told(own)))
                        .toList(),
                some.stream()
                        .filter(feature -> own.isPresent())
                        .map(Feature::geometryJson)
                        .filter(Objects::nonNull)
                        .map(JsonMapper.shared()::readTree)
                        .toList());
    }

    private static boolean isChosenByHidden(VisibleType type, VisibleType own) {
        Cql2.Predicate rows = type.grant().rows();
        if (rows == null) return false;
        String text = Cql2Writer.write(rows);
        return type.entry().model().attributesOf(type.type()).stream()
                .anyMatch(attribute -> text.contains(attribute.name()) && !told(own, attribute));
    }

    private static boolean told(VisibleType own, Attribute attribute) {
        return own.attributes().contains(attribute) && own.showsWhole(attribute);
    }

    private Collection<Feature> spread(Edition edition, VisibleType type, @Nullable Envelope extent) {
        FeatureQuery all = FeatureQuery.all(type.type().name(), Page.first(OF_EACH_PART));
        List<FeatureQuery> questions =
                new ArrayList<>(parts(extent).stream().map(all::within).toList());
        questions.add(all); // what has no place, or lies on the edge
        Map<UUID, Feature> some = new LinkedHashMap<>(); // what is found twice comes once
        for (FeatureQuery question : questions) {
            features.page(edition, type, question, feature -> some.putIfAbsent(feature.id(), feature));
        }
        return some.values();
    }

    private static List<Bbox> parts(@Nullable Envelope extent) {
        if (extent == null || extent.getWidth() * extent.getHeight() == 0) return List.of();
        double width = extent.getWidth() / PARTS;
        double height = extent.getHeight() / PARTS;
        List<Bbox> parts = new ArrayList<>();
        for (int row = 0; row < PARTS; row++) {
            double south = extent.getMinY() + row * height;
            for (int column = 0; column < PARTS; column++) {
                double west = extent.getMinX() + column * width;
                parts.add(new Bbox(west, south, west + width, south + height, Crs.CRS84));
            }
        }
        return parts;
    }

    private static Set<String> told(Optional<VisibleType> own) {
        Set<String> names = new HashSet<>();
        own.ifPresent(type -> {
            names.add(VisibleType.ID);
            type.attributes().stream()
                    .filter(attribute -> told(type, attribute))
                    .forEach(attribute -> names.add(attribute.name()));
        });
        return names;
    }

    private static Map<String, @Nullable Object> row(VisibleType type, Feature feature, Set<String> told) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(VisibleType.ID, feature.id().toString());
        for (int i = 0; i < type.attributes().size(); i++) {
            Object value = feature.values().get(i);
            row.put(type.attributes().get(i).name(), value == null ? null : value.toString());
        }
        row.replaceAll((name, value) -> value == null || told.contains(name) ? value : THERE_IS_ONE);
        return row;
    }

    private static @Nullable List<Double> box(@Nullable Envelope box) {
        return box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
