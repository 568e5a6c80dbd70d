package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.VisibleType;

/** The query and path parameters of the API. */
final class Parameters {
    /** On every address. */
    static final List<Object> EVERYWHERE = refs("f", "lang", "release");
    /** On single features, beside those on every address. */
    static final List<String> OF_ITEM = List.of("crs");

    private static final List<String> OF_ITEMS = List.of(
            "limit",
            "cursor",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "properties",
            "sortby",
            "filter",
            "filter-lang",
            "filter-crs");

    private Parameters() {}

    static List<Object> refs(String... names) {
        return refs(List.of(names));
    }

    static List<Object> refs(List<String> names) {
        return names.stream().<Object>map(name -> Tree.ref("parameters", name)).toList();
    }

    /** What items of a type may be asked by: the standard's parameters, then the type's own properties. */
    static List<Object> ofItems(VisibleType type, Locale locale) {
        List<Object> all = new ArrayList<>(EVERYWHERE);
        all.addAll(refs(OF_ITEMS));
        all.add(query(VisibleType.ID, "TUCBS no", Tree.text("uuid")));
        type.attributes().stream()
                .filter(a -> a.type() != AttributeType.GEOMETRY)
                .map(a -> query(a.name(), a.title().in(locale), Schemas.ofValue(type, a)))
                .forEach(all::add);
        return all;
    }

    static Map<String, Object> components(List<String> crs) {
        Map<String, Object> all = Tree.of();
        of(crs).forEach(parameter -> all.put((String) parameter.get("name"), parameter));
        return all;
    }

    private static List<Map<String, Object>> of(List<String> crs) {
        Map<String, Object> system = Tree.of("type", "string", "format", "uri", "enum", crs, "default", crs.get(0));
        return List.of(
                query("f", "Form of the answer: for programs or for people.", Tree.choice(List.of("json", "html"))),
                query("lang", "Language of titles and pages.", Tree.choice(List.of("tr", "en"))),
                query(
                        "release",
                        "Answer from this release instead of the one served now.",
                        Tree.of("type", "integer", "format", "int64", "minimum", 1)),
                query("limit", "Most features of a page; more than the maximum is taken for the maximum.", limit()),
                query("cursor", "Where a page begins; taken from a next link.", Tree.text()),
                query(
                        "bbox",
                        "Only features that intersect this box: four numbers, or six with heights that are passed over.",
                        numbers()),
                query("bbox-crs", "CRS of the box.", system),
                query(
                        "datetime",
                        "Only features valid then: a time, a day, or an interval with '/', open ends as '..'."
                                + " Who is not shown both ends of validity may not ask.",
                        Tree.text()),
                query("crs", "CRS of the answer, with its own axis order.", system),
                query("properties", "Only these properties.", Tree.list(Tree.text())),
                query("sortby", "Order by these properties, '-' before one for descending.", sortKeys()),
                query("filter", "CQL2 condition (OGC 21-065r2).", Tree.text()),
                query(
                        "filter-lang",
                        "Which encoding of CQL2.",
                        Tree.of("type", "string", "enum", List.of("cql2-text", "cql2-json"), "default", "cql2-text")),
                query("filter-crs", "CRS of the geometries in the filter.", system),
                path("featureId", "Identity of a feature.", Tree.text("uuid")),
                path("tileMatrix", "Zoom.", zoom()),
                path("tileRow", "Row, from the north.", zoom()),
                path("tileCol", "Column, from the west.", zoom()));
    }

    private static Map<String, Object> limit() {
        return Tree.of("type", "integer", "minimum", 1, "maximum", Page.MOST, "default", Page.DEFAULT_LIMIT);
    }

    private static Map<String, Object> numbers() {
        return Tree.of("type", "array", "minItems", 4, "maxItems", 6, "items", Tree.of("type", "number"));
    }

    private static Map<String, Object> sortKeys() {
        return Tree.list(Tree.of("type", "string", "pattern", "^[+-]?[A-Za-z][A-Za-z0-9_]*$"));
    }

    private static Map<String, Object> zoom() {
        return Tree.of("type", "integer", "minimum", 0);
    }

    private static Map<String, Object> query(String name, String description, Object schema) {
        return Tree.of(
                "name",
                name,
                "in",
                "query",
                "description",
                description,
                "required",
                false,
                "schema",
                schema,
                "style",
                "form",
                "explode",
                false);
    }

    private static Map<String, Object> path(String name, String description, Object schema) {
        return Tree.of("name", name, "in", "path", "description", description, "required", true, "schema", schema);
    }
}
