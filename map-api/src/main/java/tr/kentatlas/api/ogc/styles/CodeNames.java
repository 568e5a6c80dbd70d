package tr.kentatlas.api.ogc.styles;

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
 * Labels that are codes, told as people call them: a layer whose metadata name an attribute in {@code kent:codes} gets a {@code match}
 * expression (MapLibre Style Specification, Expressions) from its code list; a code nobody knows stands as it is.
 */
final class CodeNames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CodeNames() {}

    /** The attribute a layer's label is the code of; empty for most. */
    static String codes(JsonNode layer) {
        return layer.path("metadata").path("kent:codes").asString("");
    }

    static JsonNode in(JsonNode layer, VisibleType type, Locale language) {
        return type.attribute(codes(layer))
                .map(attribute -> labelled(layer, names(attribute, type, language)))
                .orElse(layer);
    }

    private static JsonNode labelled(JsonNode layer, ArrayNode names) {
        ObjectNode told = (ObjectNode) layer.deepCopy();
        ((ObjectNode) told.path("layout")).set("text-field", names);
        return told;
    }

    private static ArrayNode names(Attribute attribute, VisibleType type, Locale language) {
        ArrayNode read = JSON.arrayNode().add("get").add(attribute.name());
        ArrayNode match = JSON.arrayNode().add("match").add(read);
        Optional<CodeList> list = type.entry().model().listOf(attribute);
        if (list.isEmpty()) return read;
        list.get()
                .codes()
                .forEach(code -> match.add(code.code()).add(code.title().in(language)));
        return match.add(JSON.arrayNode().add("to-string").add(read));
    }
}
