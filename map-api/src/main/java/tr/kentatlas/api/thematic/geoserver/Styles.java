package tr.kentatlas.api.thematic.geoserver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tr.kentatlas.api.problem.Wording;

/** The styles of a workspace, kept as they were written (SLD 1.0.0). */
final class Styles {
    private static final MediaType SLD = MediaType.parseMediaType("application/vnd.ogc.sld+xml");

    private final RestCalls rest;
    private final String workspace;

    Styles(RestCalls rest, String workspace) {
        this.rest = rest;
        this.workspace = workspace;
    }

    List<String> names() {
        return RestJson.names(
                rest.get(Wording.of("geoserver.asked.styles", workspace), styles() + ".json")
                        .json(),
                "styles",
                "style");
    }

    /** What a style draws; empty when it is missing or no style sheet. */
    Optional<SldContent> find(String name) {
        RestAnswer answer = rest.get(Wording.of("geoserver.asked.style.read", name), styles() + "/" + name + ".sld");
        if (answer.isMissing()) return Optional.empty();
        return SldContent.read(answer.require().text());
    }

    /** Unvalidated, as they are: a validated one would be written anew by GeoServer. What it holds is read again. */
    void make(String name, String sld) {
        if (names().contains(name)) {
            change(name, sld);
            return;
        }
        send(
                HttpMethod.POST,
                Wording.of("geoserver.asked.style.make", name),
                styles() + ".json?name=" + name + "&raw=true",
                sld);
        requireKept(name, sld);
    }

    void change(String name, String sld) {
        send(
                HttpMethod.PUT,
                Wording.of("geoserver.asked.style.change", name),
                styles() + "/" + name + ".json?raw=true",
                sld);
        requireKept(name, sld);
    }

    private void send(HttpMethod method, Wording asked, String path, String sld) {
        rest.send(method, asked, path, SLD, sld.getBytes(StandardCharsets.UTF_8))
                .require();
    }

    private void requireKept(String name, String sld) {
        Optional<SldContent> wanted = SldContent.read(sld);
        if (find(name).equals(wanted)) return;
        throw new GeoServerTrouble(Wording.of("geoserver.style-not-kept", workspace + ":" + name));
    }

    /** With its file. */
    void remove(String name) {
        RestAnswer answer = rest.delete(
                Wording.of("geoserver.asked.style.remove", name), styles() + "/" + name + ".json?purge=true");
        if (!answer.isMissing()) answer.require();
    }

    private String styles() {
        return RestCalls.path("workspaces", workspace, "styles");
    }
}
