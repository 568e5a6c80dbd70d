package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.api.http.Titles;
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
        all.add(query(VisibleType.ID, Titles.of("schema.id"), Tree.text("uuid")));
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
                query("f", Titles.of("parameter.f"), Tree.choice(List.of("json", "html"))),
                query("lang", Titles.of("parameter.lang"), Tree.choice(List.of("tr", "en"))),
                query(
                        "release",
                        Titles.of("parameter.release"),
                        Tree.of("type", "integer", "format", "int64", "minimum", 1)),
                query("limit", Titles.of("parameter.limit"), limit()),
                query("cursor", Titles.of("parameter.cursor"), Tree.text()),
                query("bbox", Titles.of("parameter.bbox"), numbers()),
                query("bbox-crs", Titles.of("parameter.bbox-crs"), system),
                query("datetime", Titles.of("parameter.datetime"), Tree.text()),
                query("crs", Titles.of("parameter.crs"), system),
                query("properties", Titles.of("parameter.properties"), Tree.list(Tree.text())),
                query("sortby", Titles.of("parameter.sortby"), sortKeys()),
                query("filter", Titles.of("parameter.filter"), Tree.text()),
                query(
                        "filter-lang",
                        Titles.of("parameter.filter-lang"),
                        Tree.of("type", "string", "enum", List.of("cql2-text", "cql2-json"), "default", "cql2-text")),
                query("filter-crs", Titles.of("parameter.filter-crs"), system),
                path("featureId", Titles.of("parameter.feature"), Tree.text("uuid")),
                path("tileMatrix", Titles.of("parameter.zoom"), zoom()),
                path("tileRow", Titles.of("parameter.row"), zoom()),
                path("tileCol", Titles.of("parameter.column"), zoom()));
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

    static Map<String, Object> query(String name, String description, Object schema) {
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
