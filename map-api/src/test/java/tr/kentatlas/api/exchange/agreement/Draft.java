package tr.kentatlas.api.exchange.agreement;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sound terms as JSON, for tests to bend. */
public final class Draft {
    private final ObjectNode json;

    private Draft(ObjectNode json) {
        this.json = json;
    }

    /** In force for years, with one layer that has public fields only. */
    public static Draft of(String number) {
        Draft draft = new Draft(JsonMapper.shared().createObjectNode());
        draft.json
                .put("number", number)
                .put("provider", "Örnekova Belediyesi")
                .put("partner", "Örnekova Su ve Kanalizasyon İdaresi")
                .put("contact", "cbs@ornekova.example")
                .put("purpose", "Abone adreslerinin doğrulanması")
                .put("from", "2020-01-01")
                .put("until", "2040-12-31")
                .put("ratePerMinute", 6_000)
                .put("monthlyQuota", 1_000_000);
        draft.json.putObject("decision").put("number", "2026/17").put("date", "2026-11-03");
        draft.json.putArray("releases").add("published").add("superseded");
        draft.json.putArray("layers");
        return draft;
    }

    public Draft with(String name, String value) {
        json.put(name, value);
        return this;
    }

    public Draft with(String name, long value) {
        json.put(name, value);
        return this;
    }

    /** Adds a layer. */
    public ObjectNode layer(String type, List<String> fields) {
        ObjectNode layer = ((ArrayNode) json.path("layers")).addObject().put("type", type);
        ArrayNode names = layer.putArray("fields");
        fields.forEach(names::add);
        return layer;
    }

    public Draft sharing(String type, String... fields) {
        layer(type, List.of(fields));
        return this;
    }

    public JsonNode json() {
        return json;
    }
}
