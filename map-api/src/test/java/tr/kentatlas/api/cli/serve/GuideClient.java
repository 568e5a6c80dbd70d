package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.testsupport.PostgisServer;
import tr.kentatlas.testsupport.Scratch;

/** Asks a service on a port nobody has. */
record GuideClient(WebPort port, HttpClient client) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The small city, served for all tests of this JVM that only ask. */
    static GuideClient shared() {
        return Served.GUIDE;
    }

    /** For a service the test starts itself. */
    static GuideClient onFreePort() {
        return new GuideClient(FreePort.find(), HttpClient.newHttpClient());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(port.url() + path));
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The service ends with the JVM. */
    private static final class Served {
        static final GuideClient GUIDE = PostgisServer.shared().kept(Served::start);

        private static GuideClient start() {
            GuideClient guide = onFreePort();
            WebServer.start(guide.port(), SmallCity.city(SmallCity.database()), Scratch.folder("guide"));
            return guide;
        }
    }
}
