package tr.kentatlas.api.thematic.geoserver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What the stub holds. */
final class StubCatalogue {
    final Map<String, Workspace> workspaces = new LinkedHashMap<>();

    /** A workspace with its stores, feature types, styles and groups. */
    static final class Workspace {
        final Map<String, Map<String, String>> stores = new LinkedHashMap<>();
        final Map<String, ObjectNode> types = new LinkedHashMap<>();
        final Map<String, String> defaultStyles = new LinkedHashMap<>();
        final Map<String, String> styles = new LinkedHashMap<>();
        final Map<String, ObjectNode> groups = new LinkedHashMap<>();
        final Map<String, String> backups = new LinkedHashMap<>();

        boolean isEmpty() {
            return stores.isEmpty() && styles.isEmpty() && groups.isEmpty();
        }

        ObjectNode type(String name) {
            return Objects.requireNonNull(types.get(name), name);
        }

        ObjectNode group(String name) {
            return Objects.requireNonNull(groups.get(name), name);
        }

        /** Whether a layer is in a group. */
        static boolean holds(ObjectNode group, String layer) {
            return StubJson.list(group.path("publishables").path("published")).stream()
                    .anyMatch(one -> one.path("name").asString("").endsWith(":" + layer));
        }
    }

    Workspace workspace(String name) {
        return Objects.requireNonNull(workspaces.get(name), name);
    }

    /** Everything in one text, for comparing two catalogues. */
    String dump() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(workspaces).forEach((name, w) -> {
            text.append(name).append(" stores ").append(new TreeMap<>(w.stores)).append('\n');
            new TreeMap<>(w.types)
                    .forEach((type, json) ->
                            text.append(type).append(' ').append(json).append('\n'));
            text.append(new TreeMap<>(w.defaultStyles))
                    .append(new TreeMap<>(w.styles))
                    .append(new TreeMap<>(w.groups));
        });
        return text.toString();
    }
}
