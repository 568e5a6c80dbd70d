package tr.kentatlas.api.ogc.styles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * The labels of a layer whose {@code kent:names} says which attribute it is labelled by: a code there is written as its list calls it, in
 * the reader's language (MapLibre's {@code match}).
 */
final class CodeNames {
    private static final String NAMES = "kent:names";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CodeNames() {}

    static JsonNode in(Locale locale, JsonNode layer, Optional<VisibleType> type) {
        String attribute = layer.path("metadata").path(NAMES).asString("");
        List<CodeList.Code> codes = type.map(seen -> codes(seen, attribute)).orElse(List.of());
        if (codes.isEmpty()) return layer;
        ObjectNode named = (ObjectNode) layer.deepCopy();
        ((ObjectNode) named.path("layout")).set("text-field", names(attribute, codes, locale));
        return named;
    }

    private static List<CodeList.Code> codes(VisibleType type, String attribute) {
        for (Attribute seen : type.attributes()) {
            String list = seen.name().equals(attribute) ? seen.list() : null;
            CodeList codes = list == null ? null : type.entry().model().codeLists().get(list);
            if (codes != null) return codes.codes();
        }
        return List.of();
    }

    private static ArrayNode names(String attribute, List<CodeList.Code> codes, Locale locale) {
        ArrayNode value = JSON.arrayNode().add("get").add(attribute);
        ArrayNode match = JSON.arrayNode().add("match").add(value);
        codes.forEach(code -> match.add(code.code()).add(code.title().in(locale)));
        return match.add(JSON.arrayNode().add("coalesce").add(value).add(""));
    }
}
