package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.ogc.RawCall.Answer;

/** What the server refuses before our code, asked over bare sockets. */
class EarlyFaultsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RawCall city = new RawCall(ServedCity.shared().url());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/collections/a%2Fb",
                "/ogc/collections/%2e%2e/items",
                "/ogc/collections/bina/items/..%2f..%2fx",
                "/ogc/../../etc/passwd",
                "/ogc/tiles/WebMercatorQuad/..%2f../1/2",
                "/ogc/collections/bina/tiles/WebMercatorQuad/%2e%2e/1/2",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%252e%252e/application.properties",
                "/assets/..\\application.properties",
                "/ogc/collections/%00",
                "/ogc/collections/%zz",
                "/ogc/collections/%ff",
                "/ogc/collections/bina/items?adi=%ff",
                "/ogc/collections/bina/items?adi=%zz",
                "http://baska.example/ogc"
            })
    void anAddressThatIsNotPlainIsRefused(String target) {
        assertProblem(city.ask("GET", target), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hallo\r\n\r\n",
                "GET /ogc HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /ogc HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /ogc HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "GET /ogc HTTP/1.1\r\nHost: a\r\n: x\r\nConnection: close\r\n\r\n"
            })
    void whatIsNoHttpIsRefused(String request) {
        assertProblem(city.send(request), 400);
    }

    @ParameterizedTest
    @CsvSource({"GET /ogc HTTP/3.0, 505", "GET /ogc, 505"})
    void anotherVersionOfHttpIsNotSpoken(String line, int status) {
        assertProblem(city.send(line + "\r\nHost: localhost\r\n\r\n"), status);
    }

    @Test
    void theOldHttpNeedsNoHost() {
        assertThat(city.send("GET /ogc HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
    }

    @Test
    void anExpectationThatCannotBeMetIsRefused() {
        assertProblem(city.ask("GET", "/ogc", "Expect: 200-ok"), 417);
    }

    @ParameterizedTest
    @CsvSource({"TRACE, /ogc", "TRACE, /", "CONNECT, localhost:80", "POST, /ogc/collections", "WASIST, /ogc"})
    void aMethodThatIsNotServedIsToldWhichAre(String method, String target) {
        Answer answer = city.ask(method, target, "Content-Length: 0");
        assertProblem(answer, 405);
        assertThat(answer.header("Allow").orElse("")).contains("GET");
        assertThat(answer.body()).doesNotContain("Host:");
    }

    @Test
    void aFilterOfTenMegabytesIsAnsweredAndNotCutOff() {
        Answer answer = city.ask("GET", "/ogc/collections/bina/items?filter=adi='" + "a".repeat(10 << 20) + "'");
        assertProblem(answer, 414);
        assertThat(answer.body()).contains("bbox");
    }

    @Test
    void headersThatAreTooLargeAreAnsweredAndNotCutOff() {
        assertProblem(city.ask("GET", "/ogc", "X-Lang: " + "b".repeat(10 << 20)), 431);
    }

    @Test
    void aFilterIsNotTakenAsABody() {
        assertProblem(city.ask("POST", "/ogc/collections/bina/items", "Content-Length: 0"), 405);
        assertProblem(city.ask("POST", "/ogc/collections/bina/items", "Content-Length: " + (10 << 20)), 413);
    }

    @ParameterizedTest
    @CsvSource({"tr, İstekte hata var", "en, The request has faults"})
    void aBrowserGetsAPageInItsLanguage(String language, String title) {
        Answer answer = city.ask(
                "GET", "/ogc/collections/a%2Fb", "Accept: text/html,*/*;q=0.1", "Accept-Language: " + language);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("etty");
        assertSafe(answer);
    }

    @Test
    void theErrorAddressItselfIsNothing() {
        assertProblem(city.ask("GET", "/error"), 404);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertSafe(answer);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("/problems/");
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "at org.", "at tr.", "etty");
    }

    private static void assertSafe(Answer answer) {
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("default-src 'self'");
    }
}
