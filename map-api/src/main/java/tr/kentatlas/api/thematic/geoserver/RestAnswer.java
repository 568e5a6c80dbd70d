package tr.kentatlas.api.thematic.geoserver;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GeoServer answered, whatever its status.
 *
 * @param asked the request in words, for messages
 * @param type content type in lower case; empty when none is told
 */
record RestAnswer(String asked, int status, String type, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
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
        throw new GeoServerTrouble("GeoServer did not " + asked + " (" + status + "): " + words() + hint());
    }

    /** The body as JSON; a web page or half an answer is a trouble of its own. */
    JsonNode json() {
        require();
        if (!type.contains("json")) {
            throw new GeoServerTrouble("GeoServer answered '" + asked + "' with "
                    + (type.startsWith("text/html") ? "a web page" : "no JSON (" + type + ")")
                    + ": KENT_GEOSERVER_URL must lead to GeoServer itself, not to a sign-in page or a proxy's.");
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new GeoServerTrouble(
                    "GeoServer answered '" + asked + "' with broken JSON. Try again; if it stays so, restart it.", e);
        }
    }

    /** What the answer says for itself; a web page says nothing. */
    private String words() {
        if (text.isBlank()) return "it does not say why";
        if (type.startsWith("text/html") || text.strip().startsWith("<")) return "it answers with a web page";
        String line = text.strip().replaceAll("\\s+", " ");
        return "it says: " + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line);
    }

    private String hint() {
        return switch (status) {
            case 401 -> ". Check KENT_GEOSERVER_USER and KENT_GEOSERVER_PASSWORD.";
            case 403 -> ". The account must be an administrator of GeoServer, unless what it names is still in use.";
            case 404 -> ". Check that KENT_GEOSERVER_URL ends with the application's name, like /geoserver.";
            case 502, 503, 504 -> ". GeoServer is starting or overloaded: try again.";
            default ->
                status >= 500
                        ? ". Its log tells more (logs/geoserver.log); then run the command again, it goes on where it stopped."
                        : ". This GeoServer may be of a version not known here.";
        };
    }
}
