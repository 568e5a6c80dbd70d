package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** {@code /rest}: version, workspaces, data stores and layers (facts 3 to 8 and 15). */
final class StubRest {
    private final StubCatalogue catalogue;

    StubRest(StubCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void answer(StubCall call) throws IOException {
        if (call.is("DELETE") && call.rawPath().contains("%2F")) {
            call.text(500, "java.lang.IllegalArgumentException");
            return;
        }
        switch (call.path(1)) {
            case "about" -> version(call);
            case "workspaces" -> workspaces(call);
            case "layers" -> layer(call);
            default -> call.missing("thing");
        }
    }

    /** Fact 2: the version of one of the parts looks like a number and is one. */
    private static void version(StubCall call) throws IOException {
        ObjectNode about = StubJson.object();
        ArrayNode resources = about.putArray("resource");
        resources.addObject().put("@name", "GeoServer").put("Version", "2.27.1");
        resources.addObject().put("@name", "GeoTools").put("Version", "33.1");
        call.json(200, StubJson.wrapped("about", about));
    }

    private void workspaces(StubCall call) throws IOException {
        String name = call.path(2);
        if (name.isEmpty()) {
            if (call.is("POST")) make(call);
            else call.json(200, StubJson.references("workspaces", "workspace", catalogue.workspaces.keySet()));
            return;
        }
        Workspace workspace = catalogue.workspaces.get(name);
        if (workspace == null) {
            call.missing("workspace: '" + name + "' found");
            return;
        }
        switch (call.path(3)) {
            case "" -> workspace(call, name, workspace);
            case "datastores" -> stores(call, name, workspace);
            case "styles" -> new StubStyles(workspace).answer(call);
            case "layergroups" -> new StubGroups(name, workspace).answer(call);
            default -> call.missing("thing");
        }
    }

    /** Facts 5 and 6: twice is a conflict; a name with a space fails and is there all the same. */
    private void make(StubCall call) throws IOException {
        if (!call.header("Content-Type").contains("json")) {
            call.empty(415);
            return;
        }
        String name = call.json().path("workspace").path("name").asString("");
        if (catalogue.workspaces.containsKey(name)) {
            call.text(409, "Workspace '" + name + "' already exists");
            return;
        }
        catalogue.workspaces.put(name, new Workspace());
        if (name.contains(" ")) call.text(500, "Invalid URI syntax");
        else call.created("/rest/workspaces/" + name, name);
    }

    private void workspace(StubCall call, String name, Workspace workspace) throws IOException {
        if (!call.is("DELETE")) {
            call.json(200, StubJson.wrapped("workspace", StubJson.object().put("name", name)));
        } else if (!workspace.isEmpty() && !call.query("recurse").equals("true")) {
            call.text(403, "Workspace not empty");
        } else {
            catalogue.workspaces.remove(name);
            call.empty(200);
        }
    }

    private void stores(StubCall call, String name, Workspace workspace) throws IOException {
        String store = call.path(4);
        if (store.isEmpty()) {
            if (call.is("POST")) makeStore(call, workspace);
            else call.json(200, StubJson.references("dataStores", "dataStore", workspace.stores.keySet()));
            return;
        }
        Map<String, String> parameters = workspace.stores.get(store);
        if (parameters == null) {
            call.missing("datastore: " + name + "," + store);
            return;
        }
        switch (call.path(5)) {
            case "" -> store(call, workspace, store, parameters);
            case "reset" -> call.empty(200);
            case "featuretypes" -> types(call, name, workspace, parameters);
            default -> call.missing("thing");
        }
    }

    /** Fact 7: nobody looks whether the database is there. */
    private static void makeStore(StubCall call, Workspace workspace) throws IOException {
        JsonNode store = call.json().path("dataStore");
        String name = store.path("name").asString("");
        if (workspace.stores.containsKey(name)) {
            call.text(500, "Store '" + name + "' already exists in workspace");
            return;
        }
        workspace.stores.put(name, parameters(store));
        call.created("/rest/workspaces/x/datastores/" + name, name);
    }

    private static Map<String, String> parameters(JsonNode store) {
        Map<String, String> parameters = new LinkedHashMap<>();
        StubJson.list(store.path("connectionParameters").path("entry"))
                .forEach(entry -> parameters.put(
                        entry.path("@key").asString(""), entry.path("$").asString("")));
        return parameters;
    }

    /** Fact 8: a change replaces all parameters; the password comes back encrypted, and is taken so. */
    private static void store(StubCall call, Workspace workspace, String name, Map<String, String> parameters)
            throws IOException {
        if (call.is("PUT")) {
            Map<String, String> sent = parameters(call.json().path("dataStore"));
            if (sent.getOrDefault("passwd", "").startsWith("crypt1:"))
                sent.put("passwd", parameters.getOrDefault("passwd", ""));
            workspace.stores.put(name, sent);
            call.empty(200);
            return;
        }
        ObjectNode store =
                StubJson.object().put("name", name).put("type", "PostGIS").put("enabled", true);
        ArrayNode entries = store.putObject("connectionParameters").putArray("entry");
        parameters.forEach((key, value) ->
                entries.addObject().put("@key", key).put("$", key.equals("passwd") ? "crypt1:aXyZ/1" : value));
        call.json(200, StubJson.wrapped("dataStore", store));
    }

    private static void types(StubCall call, String name, Workspace workspace, Map<String, String> parameters)
            throws IOException {
        try {
            new StubTypes(name, workspace, new StubData(parameters)).answer(call);
        } catch (SQLException dead) {
            if (call.query("list").equals("available")) call.text(404, "Could not load datastore: " + name);
            else call.empty(500);
        }
    }

    /** Fact 15: an unknown style is taken with success, and changes nothing. */
    private void layer(StubCall call) throws IOException {
        String[] full = call.path(2).split(":", 2);
        Workspace workspace = catalogue.workspaces.get(full[0]);
        if (full.length < 2 || workspace == null || !workspace.types.containsKey(full[1])) {
            call.missing("layer: " + call.path(2));
            return;
        }
        if (call.is("PUT")) {
            String style = call.json()
                    .path("layer")
                    .path("defaultStyle")
                    .path("name")
                    .asString("")
                    .replaceFirst("^" + full[0] + ":", "");
            if (workspace.styles.containsKey(style)) workspace.defaultStyles.put(full[1], full[0] + ":" + style);
            call.empty(200);
            return;
        }
        ObjectNode layer = StubJson.object().put("name", full[1]).put("type", "VECTOR");
        layer.putObject("defaultStyle").put("name", workspace.defaultStyles.getOrDefault(full[1], "generic"));
        call.json(200, StubJson.wrapped("layer", layer));
    }
}
