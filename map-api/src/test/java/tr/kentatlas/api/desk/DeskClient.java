package tr.kentatlas.api.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of the desk does in a browser: keeps cookies, carries the token. */
public final class DeskClient {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String url;
    private String language = "";
    private String key = "";

    public DeskClient(String url) {
        this.url = url;
    }

    /** From now on the browser asks for that language. */
    public DeskClient speaking(String tag) {
        language = tag;
        return this;
    }

    /** From now on it is no browser: it presents that key with every request. */
    public DeskClient bearing(String text) {
        key = text;
        return this;
    }

    /** The text of a new key of whoever is signed in. */
    String newKey() {
        return JSON.readTree(post("/api/desk/account/keys", "{\"label\":\"QGIS\",\"days\":30}")
                        .body())
                .path("key")
                .asString();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** What is no text, such as a PDF. */
    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    public HttpResponse<String> call(String method, String path, String json) {
        return send(withToken(request(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> signIn(String account, String password) {
        return signIn(request("/api/desk/sign-in"), account, password);
    }

    /** As if proxies had passed it on. */
    HttpResponse<String> signInThrough(String forwardedFor, String account, String password) {
        return signIn(request("/api/desk/sign-in").header("X-Forwarded-For", forwardedFor), account, password);
    }

    /** As if a proxy had been asked by TLS. */
    HttpResponse<String> signInByTls(String account, String password) {
        return signIn(request("/api/desk/sign-in").header("X-Forwarded-Proto", "https"), account, password);
    }

    private HttpResponse<String> signIn(HttpRequest.Builder request, String account, String password) {
        String form = "account=" + encoded(account) + "&password=" + encoded(password);
        return send(withToken(request)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        return language.isEmpty() ? request : request.header("Accept-Language", language);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        if (cookie("XSRF-TOKEN").isEmpty()) get("/api/desk/me");
        return request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
