package tr.kentatlas.api.thematic.geoserver;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GeoServer answered, whatever its status.
 *
 * @param asked the request in words
 * @param type content type in lower case; empty when none is told
 */
record RestAnswer(Words asked, int status, String type, String text) {
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
        throw new GeoServerTrouble(Words.of("refused", asked, status, words(), hint()));
    }

    /** The body as JSON; a web page or half an answer is a trouble of its own. */
    JsonNode json() {
        require();
        if (!type.contains("json")) {
            throw new GeoServerTrouble(
                    type.startsWith("text/html") ? Words.of("page", asked) : Words.of("noJson", asked, type));
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new GeoServerTrouble(Words.of("brokenJson", asked), e);
        }
    }

    /** What the answer says for itself; a web page says nothing. */
    private Words words() {
        if (text.isBlank()) return Words.of("said.nothing");
        if (type.startsWith("text/html") || text.strip().startsWith("<")) return Words.of("said.page");
        String line = text.strip().replaceAll("\\s+", " ");
        return Words.of("said.words", line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line);
    }

    private Words hint() {
        return switch (status) {
            case 401, 403, 404 -> Words.of("hint." + status);
            case 502, 503, 504 -> Words.of("hint.busy");
            default -> Words.of(status >= 500 ? "hint.fault" : "hint.version");
        };
    }
}
