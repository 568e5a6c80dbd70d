package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.problem.Wording;

/** The feature types of a workspace and the layer each one is. */
final class Layers {
    private final RestCalls rest;
    private final String workspace;

    Layers(RestCalls rest, String workspace) {
        this.rest = rest;
        this.workspace = workspace;
    }

    /** A feature type as GeoServer has it; the box in its own system. */
    record Found(String nativeName, String title, String crs, boolean isEnabled, Envelope box) {
        Found {
            box = box.copy();
        }
    }

    /** The layers of a workspace, theirs being the names of the feature types. */
    List<String> names() {
        JsonNode json = rest.get(Wording.of("geoserver.asked.layers", workspace), types(".json"))
                .json();
        return RestJson.names(json, "featureTypes", "featureType");
    }

    Optional<Found> find(String name) {
        RestAnswer answer = rest.get(Wording.of("geoserver.asked.layer.read", full(name)), type(name));
        if (answer.isMissing()) return Optional.empty();
        JsonNode type = answer.json().path("featureType");
        JsonNode box = type.path("nativeBoundingBox");
        return Optional.of(new Found(
                RestJson.text(type.path("nativeName")),
                RestJson.text(type.path("title")),
                RestJson.text(type.path("srs")),
                type.path("enabled").asBoolean(true),
                new Envelope(
                        RestJson.number(box.path("minx")),
                        RestJson.number(box.path("maxx")),
                        RestJson.number(box.path("miny")),
                        RestJson.number(box.path("maxy")))));
    }

    /** Names the view and nothing of its columns: with columns GeoServer would make a table where there is no view. */
    void make(WantedLayer layer, int srid) {
        ObjectNode type = described(layer, srid).put("name", layer.name()).put("nativeName", layer.name());
        RestAnswer answer = rest.post(
                Wording.of("geoserver.asked.layer.make", full(layer.name())),
                types(".json"),
                RestJson.wrapped("featureType", type));
        if (answer.isDone()) return;
        if (answer.status() >= 500 && find(layer.name()).isPresent()) return;
        answer.require();
    }

    void change(WantedLayer layer, int srid) {
        put(layer.name(), "", described(layer, srid).put("nativeName", layer.name()));
    }

    private static ObjectNode described(WantedLayer layer, int srid) {
        return RestJson.object()
                .put("title", layer.title())
                .put("srs", "EPSG:" + srid)
                .put("enabled", true);
    }

    /** Lets GeoServer measure again what the view holds now. */
    void measure(String name) {
        put(name, "?recalculate=nativebbox,latlonbbox", RestJson.object().put("enabled", true));
    }

    /** Sets both boxes, for a layer without features, whose own ones would be nonsense. */
    void measure(String name, int srid, Envelope box, Envelope degrees) {
        ObjectNode type = RestJson.object();
        type.set("nativeBoundingBox", box(box, "EPSG:" + srid));
        type.set("latLonBoundingBox", box(degrees, "EPSG:4326"));
        put(name, "", type);
    }

    private static ObjectNode box(Envelope box, String crs) {
        return RestJson.object()
                .put("minx", box.getMinX())
                .put("maxx", box.getMaxX())
                .put("miny", box.getMinY())
                .put("maxy", box.getMaxY())
                .put("crs", crs);
    }

    private void put(String name, String query, ObjectNode type) {
        rest.put(
                        Wording.of("geoserver.asked.layer.change", full(name)),
                        type(name) + query,
                        RestJson.wrapped("featureType", type))
                .require();
    }

    /** With the layer; nothing is done when it is gone already. */
    void remove(String name) {
        RestAnswer answer =
                rest.delete(Wording.of("geoserver.asked.layer.remove", full(name)), type(name) + "?recurse=true");
        if (!answer.isMissing()) answer.require();
    }

    /** The style a layer is drawn in when none is named; the workspace's own ones without its name. Empty when the layer is missing. */
    Optional<String> defaultStyle(String name) {
        RestAnswer answer = rest.get(Wording.of("geoserver.asked.layer.style.read", full(name)), layer(name));
        if (answer.isMissing()) return Optional.empty();
        String style =
                RestJson.text(answer.json().path("layer").path("defaultStyle").path("name"));
        return Optional.of(style.startsWith(workspace + ":") ? style.substring(workspace.length() + 1) : style);
    }

    /** An unknown style is taken with success and changes nothing, so it is read again. */
    void setDefaultStyle(String name, String style) {
        ObjectNode layer = RestJson.object();
        layer.putObject("defaultStyle").put("name", workspace + ":" + style);
        rest.put(
                        Wording.of("geoserver.asked.layer.style.set", full(name)),
                        layer(name),
                        RestJson.wrapped("layer", layer))
                .require();
        if (defaultStyle(name).filter(style::equals).isPresent()) return;
        throw new GeoServerTrouble(Wording.of("geoserver.style-not-set", full(name)));
    }

    private String full(String name) {
        return workspace + ":" + name;
    }

    private String layer(String name) {
        return RestCalls.path("layers", full(name) + ".json");
    }

    private String types(String end) {
        return RestCalls.path("workspaces", workspace, "datastores", Names.STORE, "featuretypes" + end);
    }

    private String type(String name) {
        return RestCalls.path("workspaces", workspace, "datastores", Names.STORE, "featuretypes", name + ".json");
    }
}
