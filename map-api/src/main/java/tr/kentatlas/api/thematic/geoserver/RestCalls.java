package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.problem.Wording;

/**
 * Calls of GeoServer's REST interface, one at a time: it locks its whole catalogue for each. Every answer is bounded in time and size, and
 * comes back whatever its status; only what is no answer at all is a {@link GeoServerTrouble}.
 */
final class RestCalls {
    /** A list call against a hanging database takes seconds, and waits for the lock before. */
    private static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(90));

    private static final int LARGEST = 16 << 20;

    private final GeoServerAddress address;
    private final RestClient client;

    /** How long to wait for a connection, and for a whole answer. */
    record Patience(Duration connect, Duration answer) {}

    RestCalls(GeoServerAddress address) {
        this(address, USUAL);
    }

    RestCalls(GeoServerAddress address, Patience patience) {
        this.address = address;
        this.client = client(patience);
    }

    /** Without redirects: one would lead to a sign-in page, with the password. */
    static RestClient client(Patience patience) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(patience.answer());
        return RestClient.builder().requestFactory(factory).build();
    }

    /** A path below {@code /rest} of names, each made safe; {@code .json} has to be part of the last one. */
    static String path(String... names) {
        return Arrays.stream(names)
                .map(name -> UriUtils.encodePathSegment(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", "/rest/", ""));
    }

    RestAnswer get(Wording asked, String path) {
        return send(HttpMethod.GET, asked, path, MediaType.APPLICATION_JSON, new byte[0]);
    }

    RestAnswer post(Wording asked, String path, JsonNode body) {
        return send(HttpMethod.POST, asked, path, MediaType.APPLICATION_JSON, bytes(body));
    }

    RestAnswer put(Wording asked, String path, JsonNode body) {
        return send(HttpMethod.PUT, asked, path, MediaType.APPLICATION_JSON, bytes(body));
    }

    RestAnswer delete(Wording asked, String path) {
        return send(HttpMethod.DELETE, asked, path, MediaType.APPLICATION_JSON, new byte[0]);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    RestAnswer send(HttpMethod method, Wording asked, String path, MediaType type, byte[] body) {
        try {
            RestClient.RequestBodySpec request = client.method(method)
                    .uri(URI.create(address.url() + path))
                    .header(HttpHeaders.AUTHORIZATION, authorization())
                    .accept(MediaType.APPLICATION_JSON, MediaType.ALL);
            if (body.length > 0) request.contentType(type).body(body);
            return Objects.requireNonNull(request.exchange((sent, answer) -> read(asked, answer)));
        } catch (ResourceAccessException e) {
            throw unreachable(asked, e);
        }
    }

    private GeoServerTrouble unreachable(Wording asked, ResourceAccessException failure) {
        Throwable cause = failure.getMostSpecificCause();
        boolean late =
                String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("timed out")
                        || cause instanceof HttpTimeoutException;
        Wording words = late
                ? Wording.of("geoserver.late", address.url(), asked)
                : Wording.of("geoserver.silent", address.url());
        return new GeoServerTrouble(words, failure);
    }

    private String authorization() {
        return "Basic "
                + HttpHeaders.encodeBasicAuth(address.user(), address.password().reveal(), StandardCharsets.UTF_8);
    }

    private static RestAnswer read(Wording asked, ClientHttpResponse answer) throws IOException {
        byte[] body = answer.getBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new GeoServerTrouble(Wording.of("geoserver.too-large", asked));
        }
        String type = Objects.requireNonNullElse(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), "");
        String text = new String(body, StandardCharsets.UTF_8);
        return new RestAnswer(asked, answer.getStatusCode().value(), type.toLowerCase(Locale.ROOT), text);
    }
}
