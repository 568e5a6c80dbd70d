package tr.kentatlas.api.thematic.geoserver;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.problem.Wording;

/**
 * What GeoServer answered, whatever its status.
 *
 * @param asked the request in words
 * @param type content type in lower case; empty when none is told
 */
record RestAnswer(Wording asked, int status, String type, String text) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_QUOTE = 200;

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    boolean isMissing() {
        return status == 404 && !type.startsWith("text/html");
    }

    /** The answer, which must have succeeded. */
    RestAnswer require() {
        if (isDone()) return this;
        throw new GeoServerTrouble(Wording.of("geoserver.refused", asked, status, words(), hint()));
    }

    /** The body as JSON; a web page or half an answer is a trouble of its own. */
    JsonNode json() {
        require();
        if (!type.contains("json")) {
            throw new GeoServerTrouble(
                    type.startsWith("text/html")
                            ? Wording.of("geoserver.page", asked)
                            : Wording.of("geoserver.no-json", asked, type));
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new GeoServerTrouble(Wording.of("geoserver.broken-json", asked), e);
        }
    }

    /** What the answer says for itself; a web page says nothing. */
    private Wording words() {
        if (text.isBlank()) return Wording.of("geoserver.said.nothing");
        if (type.startsWith("text/html") || text.strip().startsWith("<")) return Wording.of("geoserver.said.page");
        String line = text.strip().replaceAll("\\s+", " ");
        return Wording.of(
                "geoserver.said.words", line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line);
    }

    private Wording hint() {
        return switch (status) {
            case 401 -> Wording.of("geoserver.hint.401");
            case 403 -> Wording.of("geoserver.hint.403");
            case 404 -> Wording.of("geoserver.hint.404");
            case 502, 503, 504 -> Wording.of("geoserver.hint.busy");
            default -> Wording.of(status >= 500 ? "geoserver.hint.fault" : "geoserver.hint.version");
        };
    }
}
