package tr.kentatlas.spatial.feature;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.feature.time.TimeRange;

/**
 * What is asked of one feature type, whatever the protocol; parsed once at the door.
 *
 * @param equal properties that must have the given value, by official name
 * @param properties official names to answer with; empty for all that are granted
 * @param sort properties to order by; the feature's own order decides among equals
 * @param crs the answer's CRS
 */
public record FeatureQuery(
        String type,
        @Nullable Bbox bbox,
        @Nullable TimeRange time,
        Cql2.@Nullable Predicate filter,
        Crs filterCrs,
        Map<String, String> equal,
        List<String> properties,
        List<SortKey> sort,
        Crs crs,
        Page page) {

    public static final int MOST_SORT_KEYS = 4;

    /** Order by one property; absent values come last either way. */
    public record SortKey(String property, Direction direction) {

        /** Reads {@code name}, {@code +name} or {@code -name}. */
        public static SortKey parse(String text) {
            boolean down = text.startsWith("-");
            return new SortKey(text.replaceFirst("^[+-]", ""), down ? Direction.DESCENDING : Direction.ASCENDING);
        }
    }

    /** Which way a {@link SortKey} orders. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    public FeatureQuery {
        equal = Map.copyOf(equal);
        properties = List.copyOf(properties);
        sort = List.copyOf(sort);
        if (sort.size() > MOST_SORT_KEYS)
            throw new IllegalArgumentException("at most " + MOST_SORT_KEYS + " sort keys");
    }

    /** Everything of a type, one page in CRS84. */
    public static FeatureQuery all(String type, Page page) {
        return new FeatureQuery(type, null, null, null, Crs.CRS84, Map.of(), List.of(), List.of(), Crs.CRS84, page);
    }

    /** Equal for questions that ask the same, whatever their page; part of cursors. */
    public String fingerprint() {
        String condition = filter == null ? "" : Cql2Writer.write(filter);
        return String.join(
                "|",
                type,
                String.valueOf(bbox),
                String.valueOf(time),
                condition,
                filterCrs.uri(),
                new TreeMap<>(equal).toString(),
                properties.toString(),
                sort.toString(),
                crs.uri());
    }

    /** The same question with one more demand. */
    public FeatureQuery where(Cql2.Predicate condition, Crs conditionCrs) {
        return new FeatureQuery(type, bbox, time, condition, conditionCrs, equal, properties, sort, crs, page);
    }

    /** The same question of those whose properties have these values. */
    public FeatureQuery equalTo(Map<String, String> values) {
        return new FeatureQuery(type, bbox, time, filter, filterCrs, values, properties, sort, crs, page);
    }

    /** The same question within a box. */
    public FeatureQuery within(Bbox box) {
        return new FeatureQuery(type, box, time, filter, filterCrs, equal, properties, sort, crs, page);
    }

    /** Everything but a condition. */
    public static FeatureQuery of(
            String type,
            @Nullable Bbox bbox,
            @Nullable TimeRange time,
            Map<String, String> equal,
            List<String> properties,
            List<SortKey> sort,
            Crs crs,
            Page page) {
        return new FeatureQuery(type, bbox, time, null, Crs.CRS84, equal, properties, sort, crs, page);
    }

    /** The same question for another page. */
    public FeatureQuery with(Page other) {
        return new FeatureQuery(type, bbox, time, filter, filterCrs, equal, properties, sort, crs, other);
    }
}
