package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** Feature types of a store (facts 9 to 12). */
final class StubTypes {
    private final String name;
    private final Workspace workspace;
    private final StubData data;

    StubTypes(String name, Workspace workspace, StubData data) {
        this.name = name;
        this.workspace = workspace;
        this.data = data;
    }

    void answer(StubCall call) throws IOException, SQLException {
        if (call.path(6).isEmpty()) {
            if (call.is("POST")) make(call);
            else if (call.query("list").equals("available")) available(call);
            else call.json(200, StubJson.references("featureTypes", "featureType", workspace.types.keySet()));
            return;
        }
        ObjectNode type = workspace.types.get(call.path(6));
        if (type == null) call.missing("feature type: " + name + ",kent," + call.path(6));
        else if (call.is("PUT")) change(call, type);
        else if (call.is("DELETE")) remove(call);
        else call.json(200, StubJson.wrapped("featureType", type));
    }

    private void available(StubCall call) throws IOException, SQLException {
        List<String> free = data.tables().stream()
                .filter(table -> workspace.types.values().stream()
                        .noneMatch(type -> type.path("nativeName").asString("").equals(table)))
                .toList();
        if (free.isEmpty()) {
            call.json(200, StubJson.object().put("list", ""));
            return;
        }
        ObjectNode list = StubJson.object();
        ArrayNode names = list.putArray("string");
        free.forEach(names::add);
        call.json(200, StubJson.wrapped("list", list));
    }

    /** Facts 5, 9 and 11: an unknown name is refused, unless attributes come with it: then a table would be made. */
    private void make(StubCall call) throws IOException, SQLException {
        JsonNode sent = call.json().path("featureType");
        String type = sent.path("name").asString("");
        if (workspace.types.containsKey(type)) {
            call.text(500, "Resource named '" + type + "' already exists in namespace: '" + name + "'");
            return;
        }
        String table = sent.path("nativeName").asString(type);
        Optional<StubData.Measured> measured = data.measure(table);
        boolean isView = sent.toString().contains("JDBC_VIRTUAL_TABLE");
        if (measured.isEmpty() && !isView) {
            if (sent.has("attributes")) throw new AssertionError("a table " + table + " would be made in the database");
            call.text(400, "Trying to create new feature type inside the store, but no attributes were specified");
            return;
        }
        ObjectNode made =
                StubJson.object().put("name", type).put("nativeName", table).put("enabled", true);
        made.put("title", sent.path("title").asString(type));
        made.putObject("keywords").putArray("string").add("features").add(type);
        measured.ifPresent(found -> measured(made, found));
        merge(made, sent);
        workspace.types.put(type, made);
        workspace.defaultStyles.put(type, "generic");
        call.created("/rest/workspaces/" + name + "/datastores/kent/featuretypes/" + type, "");
    }

    /** Fact 10: the system of the box is a text or an object, as the mood takes it. */
    private static void measured(ObjectNode type, StubData.Measured found) {
        type.put("srs", "EPSG:" + found.srid());
        ObjectNode box = box(type.putObject("nativeBoundingBox"), found.box());
        box.putObject("crs").put("@class", "projected").put("$", "EPSG:" + found.srid());
        box(type.putObject("latLonBoundingBox"), found.degrees()).put("crs", "EPSG:4326");
        ArrayNode attributes = type.putObject("attributes").putArray("attribute");
        found.columns().forEach(column -> attributes.addObject().put("name", column));
    }

    private static ObjectNode box(ObjectNode node, StubData.Sides box) {
        return node.put("minx", box.minX())
                .put("maxx", box.maxX())
                .put("miny", box.minY())
                .put("maxy", box.maxY());
    }

    /** Facts 2, 10 and 11: partial, unknown fields ignored; a rename keeps the table's name. */
    private void change(StubCall call, ObjectNode type) throws IOException, SQLException {
        JsonNode sent = call.json().path("featureType");
        merge(type, sent);
        if (call.query("recalculate").contains("nativebbox")) {
            data.measure(type.path("nativeName").asString("")).ifPresent(found -> measured(type, found));
        }
        call.empty(200);
    }

    private static void merge(ObjectNode type, JsonNode sent) {
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            if (List.of("title", "srs", "enabled", "nativeBoundingBox", "latLonBoundingBox", "nativeName", "metadata")
                    .contains(member.getKey())) type.set(member.getKey(), member.getValue());
        }
    }

    /** Fact 12: not while there is a layer of it, and not at all while a group holds that. */
    private void remove(StubCall call) throws IOException {
        String type = call.path(6);
        if (!call.query("recurse").equals("true")) {
            call.page(403);
        } else if (workspace.groups.values().stream().anyMatch(group -> Workspace.holds(group, type))) {
            call.text(500, "Unable to delete layer referenced by layer group");
        } else {
            workspace.types.remove(type);
            workspace.defaultStyles.remove(type);
            call.empty(200);
        }
    }
}
