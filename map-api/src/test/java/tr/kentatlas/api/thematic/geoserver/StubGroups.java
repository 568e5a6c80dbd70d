package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** Layer groups of a workspace (fact 16). */
final class StubGroups {
    private final String name;
    private final Workspace workspace;

    StubGroups(String name, Workspace workspace) {
        this.name = name;
        this.workspace = workspace;
    }

    void answer(StubCall call) throws IOException {
        String group = call.path(4);
        if (group.isEmpty()) {
            if (call.is("POST")) make(call);
            else call.json(200, StubJson.references("layerGroups", "layerGroup", workspace.groups.keySet()));
            return;
        }
        ObjectNode found = workspace.groups.get(group);
        if (found == null) call.missing("layer group: " + name + "," + group);
        else if (call.is("PUT")) change(call, found);
        else if (call.is("DELETE")) {
            workspace.groups.remove(group);
            call.empty(200);
        } else call.json(200, StubJson.wrapped("layerGroup", found));
    }

    private void make(StubCall call) throws IOException {
        JsonNode sent = call.json().path("layerGroup");
        if (!areKnown(sent)) {
            call.text(500, "java.lang.NullPointerException: Cannot invoke \"Object.hashCode()\" because \"l\" is null");
            return;
        }
        ObjectNode group = ((ObjectNode) sent).deepCopy();
        group.putObject("bounds")
                .put("minx", 0)
                .put("maxx", 1)
                .put("miny", 0)
                .put("maxy", 1)
                .put("crs", "EPSG:4326");
        workspace.groups.put(sent.path("name").asString(""), group);
        call.created("/rest/layergroups/" + sent.path("name").asString(""), "");
    }

    private void change(StubCall call, ObjectNode group) throws IOException {
        JsonNode sent = call.json().path("layerGroup");
        int layers = members(sent).size();
        if (!areKnown(sent) || StubJson.list(sent.path("styles").path("style")).size() != layers) {
            call.text(500, "Layer group has different number of styles than layers");
            return;
        }
        sent.properties().forEach(member -> group.set(member.getKey(), member.getValue()));
        call.empty(200);
    }

    private boolean areKnown(JsonNode sent) {
        List<JsonNode> members = members(sent);
        return !members.isEmpty()
                && members.stream()
                        .map(one -> one.path("name").asString(""))
                        .allMatch(one -> one.startsWith(name + ":")
                                && workspace.types.containsKey(one.substring(name.length() + 1)));
    }

    private static List<JsonNode> members(JsonNode group) {
        return StubJson.list(group.path("publishables").path("published"));
    }
}
