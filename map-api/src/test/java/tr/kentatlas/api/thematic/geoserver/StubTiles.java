package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /gwc/rest}: grid sets, seeding and truncating (facts 17 to 19). */
final class StubTiles {
    private static final Pattern TRUNCATE = Pattern.compile("<layerName>([^<:]+):([^<]+)</layerName>");

    private final StubCatalogue catalogue;
    private final Map<String, String> gridSets = new TreeMap<>(Map.of("EPSG:4326", "", "EPSG:900913", ""));
    private String running = "";

    StubTiles(StubCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void answer(StubCall call) throws IOException {
        switch (call.path(2)) {
            case "gridsets" -> gridSet(call);
            case "masstruncate" -> truncate(call);
            case "seed" -> seed(call);
            case "layers" -> {
                if (isLayer(call.path(3))) call.json(200, StubJson.object().put("name", call.path(3)));
                else call.missing("layer");
            }
            default -> call.missing("thing");
        }
    }

    /** In XML only; one that is in use goes without a word. */
    private void gridSet(StubCall call) throws IOException {
        String name = call.path(3);
        if (call.is("DELETE")) {
            gridSets.remove(name);
            call.empty(200);
        } else if (call.is("PUT")) {
            if (call.header("Content-Type").contains("json")) call.text(500, "com.thoughtworks.xstream");
            else if (gridSets.put(name, call.text()) == null) call.empty(201);
            else call.empty(200);
        } else call.json(200, StubJson.object().put("names", String.join(",", gridSets.keySet())));
    }

    private void truncate(StubCall call) throws IOException {
        Matcher layer = TRUNCATE.matcher(call.text());
        boolean known = layer.find() && isLayer(layer.group(1) + ":" + layer.group(2));
        if (!call.header("Content-Type").startsWith("text/xml")) call.empty(415);
        else if (known) call.empty(200);
        else call.text(400, "Could not truncate layer");
    }

    /** Rows of [done, total, seconds left, task, state]; asking once more, what was running is done and gone. */
    private void seed(StubCall call) throws IOException {
        if (call.is("GET")) {
            call.send(200, "application/json", "{\"long-array-array\":[" + running + "]}");
            running = "";
        } else if (call.text().startsWith("kill_all=")) {
            running = "[0,100,-1,1,-1]";
            call.page(200);
        } else if (!isLayer(call.path(3))
                || !gridSets.containsKey(
                        call.json().path("seedRequest").path("gridSetId").asString(""))) {
            call.text(500, "Unknown layer or grid set");
        } else {
            boolean truncates =
                    call.json().path("seedRequest").path("type").asString("").equals("truncate");
            running = truncates ? "[-1,-1,-2,1,1]" : "[10,100,9,1,1]";
            call.empty(200);
        }
    }

    private boolean isLayer(String full) {
        String[] parts = full.split(":", 2);
        var workspace = catalogue.workspaces.get(parts[0]);
        return parts.length == 2 && workspace != null && workspace.types.containsKey(parts[1]);
    }
}
