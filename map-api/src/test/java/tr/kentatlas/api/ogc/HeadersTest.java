package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private final ServedCity city = ServedCity.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/licences.txt",
                "/ogc",
                "/ogc?f=html",
                "/ogc/collections/bina/items?limit=1",
                "/ogc/collections/bina/items?limit=1&f=html",
                "/ogc/tiles/WebMercatorQuad?f=tilejson",
                "/ogc/styles/kent",
                "/ogc/nichts",
                "/api/guide/at?lon=x&lat=y"
            })
    void everyAnswerKeepsABrowserSafe(String path) {
        HttpResponse<String> answer = city.get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).isNotEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tematik.html", "/licences.txt"})
    void aPageIsKnownByItsContentAndNotByTheDayItWasBuilt(String path) {
        HttpResponse<String> answer = city.get(path);
        assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(city.get(path, "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(city.get(path, "If-None-Match", "\"of-another-build\"").statusCode())
                .isEqualTo(200);
        assertThat(city.get(path, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /                                   | no-cache
            /ogc                                | no-cache
            /ogc/collections                    | no-cache
            /ogc/collections/bina/items?limit=1 | public, max-age=60
            /ogc/api                            | public, max-age=60
            /ogc/nichts                         | no-store
            """, delimiter = '|')
    void howLongAnAnswerMayBeKeptFollowsFromWhatItIs(String path, String kept) {
        assertThat(header(city.get(path), "Cache-Control")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc", "/ogc/collections", "/ogc/collections/bina/items?limit=1", "/ogc/api"})
    void whatAKeyOpensIsNoSharedCachesToKeep(String path) {
        HttpResponse<String> answer = city.admin(path);
        assertThat(header(answer, "Cache-Control")).startsWith("private");
        assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Authorization");
    }

    @Test
    void aWrongKeyIsToldHowToSignIn() {
        HttpResponse<String> answer = city.get("/ogc/collections", "Authorization", "Bearer falsch");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/collections/bina/items?limit=1",
                "/ogc/nichts",
                "/ogc/collections/bina/items?limit=-1"
            })
    void anyPageMayReadThePublicApiAndItsProblems(String path) {
        HttpResponse<String> answer = city.get(path, "Origin", "https://baska.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aPreflightAllowsReadingOnly() {
        HttpResponse<Void> answer = city.send(
                HttpRequest.newBuilder(URI.create(city.url() + "/ogc/collections"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .headers("Origin", "https://baska.example", "Access-Control-Request-Method", "GET")
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,OPTIONS");
    }

    @Test
    void aReleaseThatIsNotKeptIsGone() {
        HttpResponse<String> answer = city.get("/ogc/collections?release=9999");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aFilterNestedBeyondReasonIsTheCallersFault() {
        String deep = "%28".repeat(5000) + "adi='a'" + "%29".repeat(5000);
        String json = "{\"op\":\"not\",\"args\":[".repeat(2000) + "true" + "]}".repeat(2000);
        String items = "/ogc/collections/bina/items?filter=";
        assertThat(city.get(items + deep).statusCode()).isEqualTo(400);
        assertThat(city.get(items + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&filter-lang=cql2-json")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
