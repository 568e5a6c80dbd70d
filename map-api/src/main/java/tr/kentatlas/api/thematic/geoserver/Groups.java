package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.problem.Wording;

/** The layer group of a workspace: all public layers in the order they are drawn, the lowest first. */
final class Groups {
    private final RestCalls rest;
    private final String workspace;

    Groups(RestCalls rest, String workspace) {
        this.rest = rest;
        this.workspace = workspace;
    }

    /** The layers of the group without the workspace's name; empty when there is no group. */
    Optional<List<String>> find() {
        RestAnswer answer = rest.get(Wording.of("geoserver.asked.group.read", Names.GROUP), group());
        if (answer.isMissing()) return Optional.empty();
        JsonNode members = answer.json().path("layerGroup").path("publishables").path("published");
        return Optional.of(RestJson.list(members).stream()
                .map(one -> RestJson.text(one.path("name")))
                .map(name -> name.startsWith(workspace + ":") ? name.substring(workspace.length() + 1) : name)
                .toList());
    }

    void make(List<String> layers) {
        rest.post(
                        Wording.of("geoserver.asked.group.make", Names.GROUP),
                        RestCalls.path("workspaces", workspace, "layergroups.json"),
                        RestJson.wrapped(
                                "layerGroup",
                                content(layers).put("name", Names.GROUP).put("title", "Kent haritası")))
                .require();
    }

    /** As many styles as layers, and a box of our own: GeoServer fails without the one and keeps the old of the other. */
    void change(List<String> layers, int srid, Envelope box) {
        ObjectNode group = content(layers);
        ArrayNode styles = group.putObject("styles").putArray("style");
        layers.forEach(layer -> styles.add(""));
        group.putObject("bounds")
                .put("minx", box.getMinX())
                .put("maxx", box.getMaxX())
                .put("miny", box.getMinY())
                .put("maxy", box.getMaxY())
                .put("crs", "EPSG:" + srid);
        rest.put(
                        Wording.of("geoserver.asked.group.change", Names.GROUP),
                        group(),
                        RestJson.wrapped("layerGroup", group))
                .require();
    }

    private ObjectNode content(List<String> layers) {
        ObjectNode group = RestJson.object().put("mode", "SINGLE");
        ArrayNode members = group.putObject("publishables").putArray("published");
        layers.forEach(layer -> members.addObject().put("@type", "layer").put("name", workspace + ":" + layer));
        return group;
    }

    private String group() {
        return RestCalls.path("workspaces", workspace, "layergroups", Names.GROUP + ".json");
    }
}
