package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GeoServer's JSON, which is XML at heart: an empty list is an empty text, a list of one is the one itself, texts that look like numbers
 * come as numbers and numbers with an exponent as texts.
 */
final class RestJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RestJson() {}

    /** The entries of a list in any of its shapes. */
    static List<JsonNode> list(JsonNode node) {
        if (node.isArray()) return node.valueStream().toList();
        boolean empty = node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.asString().isEmpty());
        return empty ? List.of() : List.of(node);
    }

    /** The names in a list of references, such as {@code {"workspaces": {"workspace": [{"name": …}]}}}. */
    static List<String> names(JsonNode json, String list, String entry) {
        return list(json.path(list).path(entry)).stream()
                .map(one -> text(one.isObject() ? one.path("name") : one))
                .toList();
    }

    static String text(JsonNode node) {
        return node.asString("");
    }

    /** NaN for what is no number. */
    static double number(JsonNode node) {
        if (node.isNumber()) return node.doubleValue();
        try {
            return Double.parseDouble(text(node));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A document of one member. */
    static ObjectNode wrapped(String name, ObjectNode content) {
        ObjectNode json = JSON.createObjectNode();
        json.set(name, content);
        return json;
    }
}
