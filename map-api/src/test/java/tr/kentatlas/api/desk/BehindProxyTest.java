package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;

/** Behind a proxy that speaks TLS the service is what the proxy says it is, and nothing its callers say in the proxy's name. */
class BehindProxyTest {
    private static final DeskCity BEHIND = DeskCity.behindProxy();

    @Test
    void aSessionThatIsBegunByTlsIsForTlsOnly() {
        assertThat(sessionOf(BEHIND)).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(sessionOf(DeskCity.shared())).as("nobody is trusted there").doesNotContain("Secure");
    }

    @Test
    void theServiceIsCalledAsTheProxyIsAndNotAsACallerLikes() {
        DeskClient client = new DeskClient(BEHIND.url());
        String landing = client.send(client.request("/ogc?f=json")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "kent.example.bel.tr")
                        .header("Forwarded", "host=baska.example;proto=http")
                        .header("X-Forwarded-Prefix", "/baska")
                        .header("X-Forwarded-Port", "81")
                        .build())
                .body();
        assertThat(landing)
                .contains("\"https://kent.example.bel.tr/ogc/collections")
                .doesNotContain("baska", ":81");
    }

    private static String sessionOf(DeskCity city) {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        return new DeskClient(city.url())
                .signInByTls(somebody.account(), somebody.password()).headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("KENT_DESK="))
                        .findFirst()
                        .orElseThrow();
    }
}
