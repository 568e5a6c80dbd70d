package tr.kentatlas.api.thematic.geoserver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How GeoServer spells JSON (facts 1 and 2). */
final class StubJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> INNER = Set.of("published", "style", "string", "entry", "parameter", "resource");

    private StubJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode wrapped(String name, JsonNode content) {
        ObjectNode json = object();
        json.set(name, content);
        return json;
    }

    /** Fact 1: a list of references, or an empty text in its place; fact 3: hrefs have a plus for a space. */
    static ObjectNode references(String list, String entry, Collection<String> names) {
        ObjectNode json = object();
        if (names.isEmpty()) return json.put(list, "");
        ArrayNode entries = json.putObject(list).putArray(entry);
        for (String name : names) {
            entries.addObject().put("name", name).put("href", "http://stub/rest/" + name.replace(' ', '+') + ".json");
        }
        return json;
    }

    /** A document with the lists of one inside it collapsed, and everything that looks like a number one. */
    static JsonNode spelt(JsonNode node) {
        if (node.isObject()) {
            ObjectNode spelt = object();
            for (Map.Entry<String, JsonNode> member : node.properties())
                spelt.set(member.getKey(), collapsed(member.getKey(), member.getValue()));
            return spelt;
        }
        if (node.isArray()) {
            ArrayNode spelt = JSON.createArrayNode();
            node.forEach(one -> spelt.add(spelt(one)));
            return spelt;
        }
        if (node.isString() && node.asString().matches("-?\\d{1,15}(\\.\\d{1,6})?"))
            return JSON.readTree(node.asString().replaceFirst("^(-?)0+(?=\\d)", "$1"));
        if (node.isDouble() && Double.toString(node.doubleValue()).contains("E"))
            return JSON.getNodeFactory().stringNode(Double.toString(node.doubleValue()));
        return node;
    }

    private static JsonNode collapsed(String name, JsonNode value) {
        boolean one = value.isArray() && value.size() == 1 && INNER.contains(name);
        return spelt(one ? value.get(0) : value);
    }

    static List<JsonNode> list(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : node.isMissingNode() ? List.of() : List.of(node);
    }
}
