package tr.kentatlas.api.thematic.geoserver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to the stub, taken apart as GeoServer does it, and the ways it answers. */
final class StubCall {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpExchange exchange;
    private final List<String> path = new ArrayList<>();
    private final Map<String, String> query = new HashMap<>();
    private final byte[] body;
    private boolean isMuted;

    StubCall(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        String raw = exchange.getRequestURI().getRawPath().replaceFirst("^/geoserver/?", "");
        for (String part : raw.split("/", -1)) path.add(decoded(part.replace("+", "%2B")));
        extension();
        String asked = exchange.getRequestURI().getRawQuery();
        for (String pair : asked == null ? new String[0] : asked.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        body = exchange.getRequestBody().readAllBytes();
    }

    /** Fact 3: whatever follows the last dot is taken for a format, so a name with a dot is cut. */
    private void extension() {
        String last = path.getLast();
        int dot = last.lastIndexOf('.');
        if (dot < 0) return;
        path.set(path.size() - 1, last.substring(0, dot));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String method() {
        return exchange.getRequestMethod();
    }

    boolean is(String method) {
        return method().equals(method);
    }

    /** A part of the path; empty when it is shorter. */
    String path(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String rawPath() {
        return exchange.getRequestURI().getRawPath();
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String header(String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    void json(int status, JsonNode json) throws IOException {
        send(status, "application/json", StubJson.spelt(json).toString());
    }

    /** Whatever is answered from now on is not sent. */
    void mute() {
        isMuted = true;
    }

    void empty(int status) throws IOException {
        if (isMuted) return;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void text(int status, String text) throws IOException {
        send(status, "text/plain;charset=utf-8", text);
    }

    void page(int status) throws IOException {
        send(
                status,
                "text/html;charset=utf-8",
                "<!DOCTYPE html><html><head><title>HTTP Status " + status
                        + "</title></head><body><h1>Oops</h1></body></html>");
    }

    /** Fact 4: what is not there is told in plain text, or not at all when that is asked for. */
    void missing(String what) throws IOException {
        if (query("quietOnNotFound").equals("true")) empty(404);
        else text(404, "No such " + what);
    }

    void created(String location, String text) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        if (text.isEmpty()) empty(201);
        else text(201, text);
    }

    void challenge() throws IOException {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"GeoServer Realm\"");
        page(401);
    }

    void send(int status, String type, String text) throws IOException {
        send(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(int status, String type, byte[] bytes) throws IOException {
        if (isMuted) return;
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The beginning of an answer whose end never comes. */
    void begin(String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        exchange.getResponseBody().flush();
    }

    /** The connection ends without an answer. */
    void drop() {
        exchange.close();
    }
}
