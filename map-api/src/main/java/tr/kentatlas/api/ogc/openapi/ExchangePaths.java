package tr.kentatlas.api.ogc.openapi;

import java.util.List;
import java.util.Map;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;

/** What the key of an agreement opens beside the data API: catalogue, change feed and use; told to partners only. */
final class ExchangePaths {
    private final String tag;

    ExchangePaths(String tag) {
        this.tag = tag;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(
                "/exchange",
                get("exchangeCatalogue", "exchange.catalogue", List.of(), json(Tree.of("type", "object"))));
        paths.put("/exchange/changes", get("exchangeChanges", "exchange.changes", asked(), changes()));
        paths.put(
                "/exchange/statistics", get("exchangeUse", "exchange.use", List.of(), json(Tree.of("type", "object"))));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Tree.of(MediaTypes.JSON, Tree.of("schema", schema));
    }

    private static Map<String, Object> changes() {
        Map<String, Object> content = json(answer());
        content.put("application/x-ndjson", Tree.of("schema", told("exchange.lines", Tree.text())));
        return content;
    }

    private Map<String, Object> get(String id, String words, List<Object> parameters, Map<String, Object> content) {
        Map<String, Object> ok = Tree.of("description", Titles.of(words), "content", content);
        Map<String, Object> responses = Tree.of("200", ok);
        for (String fault : List.of("400", "401", "403", "410", "429", "500"))
            responses.put(fault, Tree.ref("responses", "problem"));
        Map<String, Object> operation = Tree.of(
                "tags",
                List.of(tag),
                "operationId",
                id,
                "summary",
                Titles.of(words),
                "description",
                Titles.of(words),
                "parameters",
                parameters,
                "responses",
                responses);
        return Tree.of("servers", List.of(Tree.of("url", Urls.of(""))), "get", operation);
    }

    private static List<Object> asked() {
        Map<String, Object> number = Tree.of("type", "integer", "minimum", 1, "maximum", 10_000, "default", 1_000);
        return List.of(
                Parameters.query("since", Titles.of("exchange.since"), Tree.text()),
                Parameters.query("limit", Titles.of("exchange.limit"), number));
    }

    private static Map<String, Object> answer() {
        return Tree.of(
                "type",
                "object",
                "properties",
                Tree.of(
                        "agreement", Tree.text(),
                        "upToDate", Tree.of("type", "boolean"),
                        "turn", told("exchange.turn", count()),
                        "action", Tree.choice(List.of("publish", "rollback")),
                        "release", told("exchange.release", count()),
                        "at", Tree.text("date-time"),
                        "version", told("exchange.version", count()),
                        "fromNothing", Tree.of("type", "boolean"),
                        "entries", Tree.list(entry()),
                        "numberReturned", count(),
                        "next", told("exchange.next", Tree.text()),
                        "nextHref", Tree.text("uri")));
    }

    private static Map<String, Object> entry() {
        Map<String, Object> properties = Tree.of(
                "release", told("exchange.release", count()),
                "seq", told("exchange.seq", count()),
                "change", Tree.choice(List.of("insert", "update", "delete")),
                "type", Tree.text(),
                "id", Tree.text("uuid"),
                "feature", told("exchange.feature", Tree.of("type", "object")));
        return Tree.of(
                "type",
                "object",
                "required",
                List.of("release", "seq", "change", "type", "id"),
                "properties",
                properties);
    }

    private static Map<String, Object> count() {
        return Tree.of("type", "integer", "format", "int64");
    }

    private static Map<String, Object> told(String words, Map<String, Object> schema) {
        schema.put("description", Titles.of(words));
        return schema;
    }
}
