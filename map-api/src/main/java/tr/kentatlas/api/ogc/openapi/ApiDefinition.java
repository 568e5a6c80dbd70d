package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.store.VisibleType;

/** Builds the OpenAPI 3.0.3 document of one view: every collection the caller sees has its own paths; nothing else is mentioned. */
final class ApiDefinition {
    private static final String COMMON = "ortak";

    private final View view;
    private final Locale locale;
    private final Map<String, Object> paths = Tree.of();

    private ApiDefinition(View view, Locale locale) {
        this.view = view;
        this.locale = locale;
    }

    static Map<String, Object> of(View view, Locale locale, String city, List<String> crs) {
        ApiDefinition definition = new ApiDefinition(view, locale);
        definition.addCommonPaths();
        if (view.caller().kind() == Caller.Kind.PARTNER)
            definition.paths.putAll(CommonParts.of("exchange", Map.of("server", Urls.of(""))));
        view.types().forEach(definition::addCollection);
        return Tree.of(
                "openapi", "3.0.3",
                "info", info(city),
                "servers", List.of(Tree.of("url", Urls.of("/ogc"))),
                "security", List.of(Tree.of(), Tree.of("key", List.of())),
                "tags", definition.tags(),
                "paths", definition.paths,
                "components", definition.components(crs));
    }

    private static Map<String, Object> info(String city) {
        return Tree.of(
                "title",
                city,
                "description",
                Titles.of("api.description"),
                "version",
                "1.0",
                "contact",
                Tree.of("name", city, "url", Urls.of("/")),
                "license",
                Tree.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private List<Map<String, Object>> tags() {
        List<Map<String, Object>> tags = new ArrayList<>();
        tags.add(Tree.of("name", COMMON, "description", Titles.of("api.everything")));
        view.types().stream()
                .map(this::theme)
                .distinct()
                .forEach(theme -> tags.add(Tree.of(
                        "name", theme.name(), "description", theme.title().in(locale))));
        return tags;
    }

    private Theme theme(VisibleType type) {
        return type.entry().model().theme(type.type().theme());
    }

    private Map<String, Object> components(List<String> crs) {
        Map<String, Object> system = Tree.of("type", "string", "format", "uri", "enum", crs, "default", crs.getFirst());
        Map<String, Object> values = Map.of("crs", system, "most", Page.MOST, "usual", Page.DEFAULT_LIMIT);
        Map<String, Object> schemas = CommonParts.of("schemas", Map.of());
        schemas.putAll(Schemas.of(view.types(), locale));
        return Tree.of(
                "schemas", schemas,
                "parameters", CommonParts.of("parameters", values),
                "responses", CommonParts.of("responses", Map.of()),
                "securitySchemes", Tree.of("key", Tree.of("type", "http", "scheme", "bearer")));
    }

    private void addCommonPaths() {
        add("/", COMMON, "landingPage", Titles.of("api.landing"), "landingPage", MediaTypes.JSON);
        add("/conformance", COMMON, "conformance", Titles.of("api.conformance"), "conformance", MediaTypes.JSON);
        add("/api", COMMON, "apiDefinition", Titles.of("api.definition"), "document", MediaTypes.OPENAPI);
        add("/collections", COMMON, "collections", Titles.of("api.collections"), "collections", MediaTypes.JSON);
        add("/styles", COMMON, "styles", Titles.of("api.styles"), "document", MediaTypes.JSON);
        add("/styles/kent", COMMON, "cityStyle", Titles.of("api.style"), "document", MediaTypes.JSON);
        addTiles("", COMMON, "city");
    }

    private void addCollection(VisibleType type) {
        String name = type.type().name();
        String tag = type.type().theme();
        String title = type.type().title().in(locale);
        String path = "/collections/" + name;
        add(path, tag, name, title, "collection", MediaTypes.JSON);
        add(path + "/schema", tag, name + "_schema", Titles.of("api.schema", title), "jsonSchema", MediaTypes.SCHEMA);
        String queryables = Titles.of("api.queryables", title);
        add(path + "/queryables", tag, name + "_queryables", queryables, "jsonSchema", MediaTypes.SCHEMA);
        String items = Titles.of("api.items", title);
        operation(
                path + "/items",
                tag,
                name + "_items",
                items,
                Parameters.ofItems(type, locale),
                page(items, MediaTypes.GEOJSON, name + "_items"));
        String item = Titles.of("api.item", title);
        operation(
                path + "/items/{featureId}",
                tag,
                name + "_item",
                item,
                Parameters.and("featureId", "crs"),
                page(item, MediaTypes.GEOJSON, name));
        if (type.type().geometry() != null) addTiles(path, tag, name);
    }

    private void addTiles(String path, String tag, String name) {
        String set = path + "/tiles/WebMercatorQuad";
        add(path + "/tiles", tag, name + "_tilesets", Titles.of("api.tilesets"), "document", MediaTypes.JSON);
        add(set, tag, name + "_tileset", Titles.of("api.tileset"), "document", MediaTypes.JSON);
        operation(
                set + "/{tileMatrix}/{tileRow}/{tileCol}",
                tag,
                name + "_tile",
                Titles.of("api.tile"),
                Parameters.and("tileMatrix", "tileRow", "tileCol"),
                Tree.of("200", Tree.ref("responses", "tile"), "204", Tree.ref("responses", "noTile")));
    }

    private void add(String path, String tag, String id, String summary, String schema, String media) {
        operation(path, tag, id, summary, Parameters.EVERYWHERE, page(summary, media, schema));
    }

    private void operation(
            String path,
            String tag,
            String id,
            String summary,
            List<Object> parameters,
            Map<String, Object> responses) {
        responses.put("304", Tree.ref("responses", "unchanged"));
        for (String fault : List.of("400", "404", "410", "500")) responses.put(fault, Tree.ref("responses", "problem"));
        paths.put(
                path,
                Tree.of(
                        "get",
                        Tree.of(
                                "tags", List.of(tag),
                                "operationId", id,
                                "summary", summary,
                                "description", summary,
                                "parameters", parameters,
                                "responses", responses)));
    }

    /** The answer of that media type, or the same as a page for people. */
    private static Map<String, Object> page(String description, String media, String schema) {
        Map<String, Object> content = Tree.of(
                media, Tree.of("schema", Tree.ref("schemas", schema)), MediaTypes.HTML, Tree.of("schema", Tree.text()));
        return Tree.of("200", Tree.of("description", description, "content", content));
    }
}
