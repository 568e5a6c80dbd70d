package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ogc.common.MediaTypes;
import tr.kentatlas.api.ogc.common.Urls;
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
                "Kentin onaylanmış coğrafi verisi. The city's approved geodata (OGC API Features, Tiles).",
                "version",
                "1.0",
                "contact",
                Tree.of("name", city, "url", Urls.of("/")),
                "license",
                Tree.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private List<Map<String, Object>> tags() {
        List<Map<String, Object>> tags = new ArrayList<>();
        tags.add(Tree.of(
                "name",
                COMMON,
                "description",
                locale.getLanguage().equals("en") ? "The whole service" : "Hizmetin bütünü"));
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
        return Tree.of(
                "schemas", Schemas.components(view.types(), locale),
                "parameters", Parameters.components(crs),
                "responses", responses(),
                "securitySchemes", Tree.of("key", Tree.of("type", "http", "scheme", "bearer")));
    }

    private static Map<String, Object> responses() {
        return Tree.of(
                "problem", answer("What is wrong with the request.", "application/problem+json", "problem"),
                "unchanged", Tree.of("description", "The caller's copy is still right."),
                "tile",
                        Tree.of(
                                "description",
                                "The tile.",
                                "content",
                                Tree.of(MediaTypes.TILE, Tree.of("schema", Tree.text("binary")))),
                "noTile", Tree.of("description", "Nothing is in this tile."));
    }

    private void addCommonPaths() {
        add("/", COMMON, "landingPage", "Landing page", "landingPage", MediaTypes.JSON, Parameters.EVERYWHERE);
        add(
                "/conformance",
                COMMON,
                "conformance",
                "Conformance classes",
                "conformance",
                MediaTypes.JSON,
                Parameters.EVERYWHERE);
        add("/api", COMMON, "apiDefinition", "This document", "document", MediaTypes.OPENAPI, Parameters.EVERYWHERE);
        add(
                "/collections",
                COMMON,
                "collections",
                "The collections",
                "collections",
                MediaTypes.JSON,
                Parameters.EVERYWHERE);
        add("/styles", COMMON, "styles", "The map styles", "document", MediaTypes.JSON, Parameters.EVERYWHERE);
        add(
                "/styles/kent",
                COMMON,
                "cityStyle",
                "The city's map style",
                "document",
                MediaTypes.JSON,
                Parameters.EVERYWHERE);
        addTiles("", COMMON, "city");
    }

    private void addCollection(VisibleType type) {
        String name = type.type().name();
        String tag = type.type().theme();
        String title = type.type().title().in(locale);
        String path = "/collections/" + name;
        add(path, tag, name, title, "collection", MediaTypes.JSON, Parameters.EVERYWHERE);
        add(
                path + "/schema",
                tag,
                name + "_schema",
                title + ": schema",
                "jsonSchema",
                MediaTypes.SCHEMA,
                Parameters.EVERYWHERE);
        add(
                path + "/queryables",
                tag,
                name + "_queryables",
                title + ": queryables",
                "jsonSchema",
                MediaTypes.SCHEMA,
                Parameters.EVERYWHERE);
        add(
                path + "/items",
                tag,
                name + "_items",
                title + ": items",
                name + "_items",
                MediaTypes.GEOJSON,
                Parameters.ofItems(type, locale));
        add(
                path + "/items/{featureId}",
                tag,
                name + "_item",
                title + ": item",
                name,
                MediaTypes.GEOJSON,
                with(Parameters.refs("featureId"), Parameters.refs(Parameters.OF_ITEM)));
        if (type.type().geometry() != null) addTiles(path, tag, name);
    }

    private void addTiles(String path, String tag, String name) {
        String set = path + "/tiles/WebMercatorQuad";
        add(path + "/tiles", tag, name + "_tilesets", "Tile sets", "document", MediaTypes.JSON, Parameters.EVERYWHERE);
        add(set, tag, name + "_tileset", "Tile set", "document", MediaTypes.JSON, Parameters.EVERYWHERE);
        Map<String, Object> responses = Tree.of(
                "200", Tree.ref("responses", "tile"),
                "204", Tree.ref("responses", "noTile"));
        operation(
                set + "/{tileMatrix}/{tileRow}/{tileCol}",
                tag,
                name + "_tile",
                "Tile",
                with(Parameters.refs("tileMatrix", "tileRow", "tileCol"), List.of()),
                responses);
    }

    private static List<Object> with(List<Object> path, List<Object> own) {
        return Stream.of(path, own, Parameters.EVERYWHERE).flatMap(List::stream).toList();
    }

    private void add(
            String path, String tag, String id, String summary, String schema, String media, List<Object> parameters) {
        Map<String, Object> ok = answer(summary, media, schema);
        operation(path, tag, id, summary, parameters, Tree.of("200", ok));
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

    private static Map<String, Object> answer(String description, String media, String schema) {
        Map<String, Object> content = Tree.of(media, Tree.of("schema", Tree.ref("schemas", schema)));
        if (!schema.equals("problem")) content.put(MediaTypes.HTML, Tree.of("schema", Tree.text()));
        return Tree.of("description", description, "content", content);
    }
}
