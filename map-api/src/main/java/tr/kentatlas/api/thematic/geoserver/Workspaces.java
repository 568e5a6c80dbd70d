package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import tr.kentatlas.api.problem.Wording;

/** The workspaces of a GeoServer. */
final class Workspaces {
    private final RestCalls rest;

    Workspaces(RestCalls rest) {
        this.rest = rest;
    }

    List<String> names() {
        return RestJson.names(
                rest.get(Wording.of("geoserver.asked.workspaces"), "/rest/workspaces.json")
                        .json(),
                "workspaces",
                "workspace");
    }

    /** A name that cannot be used gives a failure and a workspace all the same: what came of it is taken away again. */
    void make(String name) {
        Wording asked = Wording.of("geoserver.asked.workspace.make", name);
        RestAnswer answer = rest.post(
                asked,
                "/rest/workspaces.json",
                RestJson.wrapped("workspace", RestJson.object().put("name", name)));
        if (answer.isDone() || answer.status() == 409) return;
        if (answer.status() >= 500 && names().contains(name)) remove(name);
        answer.require();
    }

    /** With everything in it. */
    void remove(String name) {
        RestAnswer answer = rest.delete(
                Wording.of("geoserver.asked.workspace.remove", name),
                RestCalls.path("workspaces", name + ".json") + "?recurse=true");
        if (!answer.isMissing()) answer.require();
    }
}
