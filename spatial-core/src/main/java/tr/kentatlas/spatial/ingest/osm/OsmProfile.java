package tr.kentatlas.spatial.ingest.osm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.spatial.feature.Attribution;

/**
 * {@code data/profiles/osm.yaml} as written: how OpenStreetMap's tags become the model's types.
 *
 * @param kinds tags that say what a thing is, in the order in which the unmapped are counted by them
 * @param parts how building parts are read
 * @param layers an element becomes at most one feature per layer, by the layer's first entry that fits
 */
record OsmProfile(
        Attribution attribution,
        List<String> kinds,
        Admin admin,
        Streets streets,
        Roads roads,
        Entry parts,
        Map<String, List<Entry>> layers) {

    /** What an entry can be made from. */
    enum Shape {
        POINT,
        LINE,
        AREA
    }

    /** {@code admin_level} to idariHiyerarsiDuzeyKodu. */
    record Admin(Map<String, String> turkey, Map<String, String> elsewhere, List<String> code) {}

    /** Words of a street's name that tell its csbmTuru. */
    record Streets(Map<String, List<String>> words) {}

    /** Roads by their {@code highway} value, most important first. */
    record Roads(Map<String, RoadClass> classes, List<Table> also, Map<String, List<String>> read) {}

    /** What a {@code highway} value means. */
    record RoadClass(String sinif, String bicim, String tip) {}

    /**
     * Values of some columns by the value of one tag; {@code *} stands for any value but {@code no}, a short row leaves the
     * last columns alone.
     */
    record Table(
            String tag,
            List<String> columns,
            @Nullable Map<String, List<String>> where,
            @Nullable Map<String, List<String>> unless,
            @Nullable List<Shape> from,
            Map<String, List<String>> rows) {

        @Nullable
        List<String> row(Tags tags) {
            String value = tags.get(tag);
            if (value == null || !holds(tags, where, unless)) return null;
            List<String> row = rows.get(value);
            return row == null && !value.equals("no") ? rows.get("*") : row;
        }

        boolean takes(Tags tags, Shape shape) {
            return (from == null || from.contains(shape)) && row(tags) != null;
        }
    }

    /**
     * One way for an element to become a feature.
     *
     * @param where tags that must be there with one of the values
     * @param kinds tables one of which must have the element's value; the first that has gives its row
     * @param set values every such feature has
     * @param read columns and the tags they are read from, the first that is there
     * @param also tables that add values where they can
     * @param address column that takes the postal address in words
     */
    record Entry(
            String type,
            List<Shape> from,
            @Nullable Map<String, List<String>> where,
            @Nullable Map<String, List<String>> unless,
            @Nullable List<Table> kinds,
            @Nullable Map<String, Object> set,
            @Nullable Map<String, List<String>> read,
            @Nullable List<Table> also,
            @Nullable String address) {

        boolean fits(Tags tags, Shape shape) {
            return from.contains(shape)
                    && holds(tags, where, unless)
                    && (kinds == null || kinds.stream().anyMatch(table -> table.takes(tags, shape)));
        }
    }

    private static boolean holds(
            Tags tags, @Nullable Map<String, List<String>> where, @Nullable Map<String, List<String>> unless) {
        return (where == null || where.entrySet().stream().allMatch(e -> has(tags, e)))
                && (unless == null || unless.entrySet().stream().noneMatch(e -> has(tags, e)));
    }

    private static boolean has(Tags tags, Map.Entry<String, List<String>> wanted) {
        String value = tags.get(wanted.getKey());
        if (value == null) return false;
        return wanted.getValue().contains(value) || (wanted.getValue().contains("*") && !value.equals("no"));
    }

    static OsmProfile read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (InputStream in = OsmProfile.class.getResourceAsStream("/kentatlas/profiles/osm.yaml")) {
            return yaml.readValue(
                    Objects.requireNonNull(in, "no profiles/osm.yaml on the class path"), OsmProfile.class);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read profiles/osm.yaml", e);
        }
    }
}
