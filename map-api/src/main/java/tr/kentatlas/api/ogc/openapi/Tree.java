package tr.kentatlas.api.ogc.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ordered JSON objects, written where they are used. */
final class Tree {
    private Tree() {}

    /** An object of names and values in turn. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }

    static Map<String, Object> ref(String kind, String name) {
        return of("$ref", "#/components/" + kind + "/" + name);
    }

    static Map<String, Object> text() {
        return of("type", "string");
    }

    static Map<String, Object> text(String format) {
        return of("type", "string", "format", format);
    }

    static Map<String, Object> choice(String only) {
        return of("type", "string", "enum", List.of(only));
    }

    static Map<String, Object> list(Object items) {
        return of("type", "array", "items", items);
    }
}
