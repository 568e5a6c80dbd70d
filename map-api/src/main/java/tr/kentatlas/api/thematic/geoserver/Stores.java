package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.problem.Wording;

/** The one store of a workspace: the views of a release, before the public wall. */
final class Stores {
    private static final String PASSWORD = "passwd";

    private final RestCalls rest;
    private final String workspace;

    Stores(RestCalls rest, String workspace) {
        this.rest = rest;
        this.workspace = workspace;
    }

    /** The parameters it has, the password encrypted; empty when there is none. */
    Optional<Map<String, String>> find() {
        RestAnswer answer = rest.get(Wording.of("geoserver.asked.store.read", workspace), store());
        if (answer.isMissing()) return Optional.empty();
        Map<String, String> parameters = new TreeMap<>();
        JsonNode entries =
                answer.json().path("dataStore").path("connectionParameters").path("entry");
        RestJson.list(entries)
                .forEach(entry -> parameters.put(RestJson.text(entry.path("@key")), RestJson.text(entry.path("$"))));
        return Optional.of(parameters);
    }

    /** Whether it is as wanted, as far as can be read: of the password it is seen only whether it opens. */
    boolean isAsWanted(Map<String, String> wanted) {
        Optional<Map<String, String>> found = find();
        if (found.isEmpty()) return false;
        return wanted.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(PASSWORD))
                        .allMatch(entry -> entry.getValue().equals(found.get().get(entry.getKey())))
                && readable().isPresent();
    }

    void make(Map<String, String> parameters) {
        rest.post(Wording.of("geoserver.asked.store.make", workspace), path("datastores.json"), document(parameters))
                .require();
        requireReadable();
    }

    /** All parameters are sent, since those left out would be gone; connections with the old ones are dropped. */
    void change(Map<String, String> parameters) {
        rest.put(Wording.of("geoserver.asked.store.change", workspace), store(), document(parameters))
                .require();
        rest.send(
                HttpMethod.POST,
                Wording.of("geoserver.asked.store.reset", workspace),
                path("datastores", Names.STORE, "reset"),
                MediaType.APPLICATION_JSON,
                new byte[0]);
        requireReadable();
    }

    /** The tables and views GeoServer sees in it that are no layers yet; empty when it cannot read the database at all. */
    Optional<List<String>> readable() {
        RestAnswer answer = rest.get(
                Wording.of("geoserver.asked.store.database", workspace),
                path("datastores", Names.STORE, "featuretypes.json") + "?list=available");
        if (answer.isMissing() || answer.status() >= 500) return Optional.empty();
        return Optional.of(RestJson.list(answer.json().path("list").path("string")).stream()
                .map(RestJson::text)
                .toList());
    }

    /** GeoServer takes a store with any password; whether it opens is seen only when it is used. */
    private void requireReadable() {
        if (readable().isPresent()) return;
        throw new GeoServerTrouble(Wording.of(
                "geoserver.no-database",
                find().<Object>map(p -> p.get("host") + ":" + p.get("port"))
                        .orElseGet(() -> Wording.of("geoserver.it"))));
    }

    private static ObjectNode document(Map<String, String> parameters) {
        ObjectNode store = RestJson.object()
                .put("name", Names.STORE)
                .put("type", "PostGIS")
                .put("enabled", true);
        ArrayNode entries = store.putObject("connectionParameters").putArray("entry");
        parameters.forEach((key, value) -> entries.addObject().put("@key", key).put("$", value));
        return RestJson.wrapped("dataStore", store);
    }

    private String store() {
        return path("datastores", Names.STORE + ".json");
    }

    private String path(String... rest) {
        String[] names = new String[rest.length + 2];
        names[0] = "workspaces";
        names[1] = workspace;
        System.arraycopy(rest, 0, names, 2, rest.length);
        return RestCalls.path(names);
    }
}
