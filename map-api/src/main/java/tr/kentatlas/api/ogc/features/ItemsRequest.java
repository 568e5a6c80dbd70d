package tr.kentatlas.api.ogc.features;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ogc.common.KnownParameters;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.FeatureQuery.SortKey;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.feature.time.TimeRange;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.QuestionCheck;
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
            "lang",
            "f");
    private static final Set<String> KNOWN_OF_ONE = Set.of("crs", "release", "lang", "f");

    private final MultiValueMap<String, String> parameters;
    private final View view;
    private final VisibleType type;
    private final Edition edition;
    private final Faults faults = new Faults();

    private ItemsRequest(MultiValueMap<String, String> parameters, VisibleType type, View view) {
        this.parameters = parameters;
        this.type = type;
        this.view = view;
        this.edition = view.edition();
    }

    /** The question for many features, or one {@link Problem} with every fault of the request. */
    static FeatureQuery items(
            MultiValueMap<String, String> parameters, VisibleType type, View view, Function<String, Cursor> cursors) {
        return new ItemsRequest(parameters, type, view).query(cursors);
    }

    /** The question for one feature, which may name its CRS only. */
    static FeatureQuery item(MultiValueMap<String, String> parameters, VisibleType type, View view) {
        ItemsRequest request = new ItemsRequest(parameters, type, view);
        request.refuseUnknownAndRepeated(KNOWN_OF_ONE::contains);
        Crs crs = request.read("crs", request::crs, Crs.CRS84);
        request.faults.settle();
        return FeatureQuery.of(type.type().name(), null, null, Map.of(), List.of(), List.of(), crs, Page.first(1));
    }

    private FeatureQuery query(Function<String, Cursor> cursors) {
        refuseUnknownAndRepeated(name -> KNOWN.contains(name) || isQueryable(name));
        Crs bboxCrs = read("bbox-crs", this::crs, Crs.CRS84);
        Crs filterCrs = read("filter-crs", this::crs, Crs.CRS84);
        Crs crs = read("crs", this::crs, Crs.CRS84);
        Bbox bbox = read("bbox", text -> Bbox.parse(text, bboxCrs));
        TimeRange time = read("datetime", text -> new QuestionCheck(edition, type).time(TimeRange.parse(text)));
        Cql2.Predicate filter = read("filter", text -> filter(text, filterCrs));
        equal().forEach((name, value) ->
                read(name, text -> new QuestionCheck(edition, type).equal(Map.of(name, text))));
        List<String> properties = read("properties", this::properties, List.of());
        List<SortKey> sort = read("sortby", this::sort, List.of());
        Integer limit = read("limit", ItemsRequest::limit, Page.DEFAULT_LIMIT);
        Cursor cursor = read("cursor", cursors);
        faults.settle();
        FeatureQuery all =
                FeatureQuery.of(type.type().name(), bbox, time, equal(), properties, sort, crs, Page.first(limit));
        FeatureQuery query = filter == null ? all : all.where(filter, filterCrs);
        return cursor == null ? query : query.with(new Page(limit, position(cursor, query)));
    }

    private void refuseUnknownAndRepeated(Predicate<String> known) {
        parameters.forEach((name, values) -> {
            if (!known.test(name)) {
                faults.add(name, "request.unknown");
            } else if (values.size() > 1) {
                faults.add(name, "request.repeated");
            } else {
                KnownParameters.complaint(name, values.get(0), faults);
            }
        });
        String language = parameters.getFirst("filter-lang");
        if (language != null && !language.equals("cql2-text") && !language.equals("cql2-json")) {
            faults.add("filter-lang", "items.filter-lang");
        }
    }

    private Page.Position position(Cursor cursor, FeatureQuery query) {
        boolean ours = cursor.release() == edition.release() && cursor.question() == Cursors.mark(view, query);
        if (!ours) {
            throw Problem.invalid("cursor", Wording.of("items.other-cursor"));
        }
        return cursor.position();
    }

    private Crs crs(String text) {
        return SupportedCrs.parse(text, edition.srid());
    }

    private Cql2.Predicate filter(String text, Crs crs) {
        boolean json = "cql2-json".equals(parameters.getFirst("filter-lang"));
        Cql2.Predicate filter = json ? Cql2Json.parse(text) : Cql2Text.parse(text);
        new QuestionCheck(edition, type).filter(filter, crs);
        return filter;
    }

    /** Equality is asked of what has one value or a list of them, not of geometries. */
    private boolean isQueryable(String name) {
        return name.equals(VisibleType.ID)
                || type.attribute(name)
                        .filter(a -> a.type() != AttributeType.GEOMETRY)
                        .isPresent();
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
            throw new ValueRefused("items.sort-keys", FeatureQuery.MOST_SORT_KEYS);
        }
        return keys;
    }

    private void requireVisible(String property) {
        if (type.attribute(property).isEmpty() && !property.equals(VisibleType.ID)) {
            throw new ValueRefused("request.property", property);
        }
    }

    private static Integer limit(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ValueRefused("items.whole-limit");
        }
        if (limit < 1) throw new ValueRefused("items.least-limit");
        return Math.min(limit, Page.MOST);
    }

    private Map<String, String> equal() {
        Map<String, String> equal = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name) && isQueryable(name)) equal.put(name, values.get(0));
        });
        return equal;
    }

    private <T> T read(String name, Function<String, T> parser, T otherwise) {
        T value = read(name, parser);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T read(String name, Function<String, T> parser) {
        String text = parameters.getFirst(name);
        return text == null ? null : faults.read(name, text, parser);
    }
}
