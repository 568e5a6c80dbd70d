package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.FeatureQuery.SortKey;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.TimeRange;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.store.VisibleType;

/** The parameters of an items request, read all before anything is done, so that all faults are told together. */
final class ItemsRequest {
    private static final Set<String> KNOWN = Set.of(
            "bbox",
            "bbox-crs",
            "datetime",
            "limit",
            "cursor",
            "crs",
            "filter",
            "filter-lang",
            "filter-crs",
            "properties",
            "sortby",
            "release",
            "f");

    private final MultiValueMap<String, String> parameters;
    private final VisibleType type;
    private final int storageSrid;
    private final List<Problem.Fault> faults = new ArrayList<>();

    private ItemsRequest(MultiValueMap<String, String> parameters, VisibleType type, int storageSrid) {
        this.parameters = parameters;
        this.type = type;
        this.storageSrid = storageSrid;
    }

    /** The question, or one {@link Problem} with every fault of the request. */
    static FeatureQuery parse(MultiValueMap<String, String> parameters, VisibleType type, int storageSrid) {
        return new ItemsRequest(parameters, type, storageSrid).query();
    }

    private FeatureQuery query() {
        refuseUnknownAndRepeated();
        Crs bboxCrs = read("bbox-crs", this::crs, Crs.CRS84);
        Crs filterCrs = read("filter-crs", this::crs, Crs.CRS84);
        Crs crs = read("crs", this::crs, Crs.CRS84);
        Bbox bbox = read("bbox", text -> Bbox.parse(text, bboxCrs));
        TimeRange time = read("datetime", TimeRange::parse);
        Cql2.Predicate filter = read("filter", this::filter);
        List<String> properties = read("properties", this::properties, List.of());
        List<SortKey> sort = read("sortby", this::sort, List.of());
        Integer limit = read("limit", ItemsRequest::limit, Page.DEFAULT_LIMIT);
        Cursor cursor = read("cursor", Cursor::parse);
        if (!faults.isEmpty()) throw Problem.invalid(faults);
        FeatureQuery query = new FeatureQuery(
                type.type().name(), bbox, time, filter, filterCrs, equal(), properties, sort, crs, Page.first(limit));
        return cursor == null ? query : query.with(new Page(limit, position(cursor, query)));
    }

    private void refuseUnknownAndRepeated() {
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name) && type.attribute(name).isEmpty() && !name.equals(VisibleType.ID)) {
                faults.add(new Problem.Fault(name, "unknown parameter"));
            } else if (values.size() > 1) {
                faults.add(new Problem.Fault(name, "given more than once"));
            }
        });
        String language = parameters.getFirst("filter-lang");
        if (language != null && !language.equals("cql2-text") && !language.equals("cql2-json")) {
            faults.add(new Problem.Fault("filter-lang", "cql2-text or cql2-json"));
        }
    }

    private static Page.Position position(Cursor cursor, FeatureQuery query) {
        if (!cursor.belongsTo(query)) {
            throw Problem.invalid(List.of(
                    new Problem.Fault("cursor", "it belongs to another question: follow the 'next' link as it is")));
        }
        return cursor.position();
    }

    private Crs crs(String text) {
        return SupportedCrs.parse(text, storageSrid);
    }

    private Cql2.Predicate filter(String text) {
        return "cql2-json".equals(parameters.getFirst("filter-lang")) ? Cql2Json.parse(text) : Cql2Text.parse(text);
    }

    private List<String> properties(String text) {
        List<String> names = Arrays.asList(text.split(",", -1));
        names.forEach(this::requireVisible);
        return names;
    }

    private List<SortKey> sort(String text) {
        List<SortKey> keys =
                Arrays.stream(text.split(",", -1)).map(SortKey::parse).toList();
        keys.forEach(key -> requireVisible(key.property()));
        if (keys.size() > FeatureQuery.MOST_SORT_KEYS) {
            throw new IllegalArgumentException("at most " + FeatureQuery.MOST_SORT_KEYS + " properties");
        }
        return keys;
    }

    private void requireVisible(String property) {
        if (type.attribute(property).isEmpty() && !property.equals(VisibleType.ID)) {
            throw new IllegalArgumentException("there is no property '" + property + "'");
        }
    }

    private static Integer limit(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a limit is a whole number", e);
        }
        if (limit < 1) throw new IllegalArgumentException("a limit is at least 1");
        return Math.min(limit, Page.MOST);
    }

    private Map<String, String> equal() {
        Map<String, String> equal = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name)) equal.put(name, values.get(0));
        });
        return equal;
    }

    private <T> T read(String name, Function<String, T> parser, T otherwise) {
        T value = read(name, parser);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T read(String name, Function<String, T> parser) {
        String text = parameters.getFirst(name);
        if (text == null) return null;
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            faults.add(new Problem.Fault(name, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
