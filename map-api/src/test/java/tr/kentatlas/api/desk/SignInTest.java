package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;

/** Signing in and out, and what stands in the way of others. */
class SignInTest {
    private final DeskCity city = DeskCity.shared();
    private final DeskClient client = new DeskClient(city.url());

    @Test
    void whoSignsInIsKnownUntilTheySignOut() {
        DeskCity.Somebody somebody = city.somebody(Role.EDITOR);
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(401);
        assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                .isEqualTo(204);
        assertThat(client.json("/api/desk/me").path("account").asString()).isEqualTo(somebody.account());
        assertThat(client.json("/api/desk/me").path("roles").path(0).asString()).isEqualTo("editor");
        assertThat(client.post("/api/desk/sign-out", "").statusCode()).isEqualTo(204);
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookTheSame() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        HttpResponse<String> wrong = client.signIn(somebody.account(), "yanlis-parola");
        HttpResponse<String> unknown = client.signIn("kimse", "yanlis-parola");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body()).contains("/problems/unauthorized");
    }

    @Test
    void theSessionGetsANewNumberWhenSomebodySignsIn() {
        DeskCity.Somebody first = city.somebody(Role.VIEWER);
        DeskCity.Somebody second = city.somebody(Role.VIEWER);
        client.signIn(first.account(), first.password());
        String before = client.cookie("KENT_DESK").orElseThrow();
        client.signIn(second.account(), second.password());
        assertThat(client.cookie("KENT_DESK").orElseThrow()).isNotEqualTo(before);
        HttpRequest old = new DeskClient(city.url())
                .request("/api/desk/me")
                .header("Cookie", "KENT_DESK=" + before)
                .build();
        assertThat(new DeskClient(city.url()).send(old).statusCode()).isEqualTo(401);
    }

    @Test
    void aNumberForcedOnSomebodyIsNotTakenForASession() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        client.get("/api/desk/me");
        String token = client.cookie("XSRF-TOKEN").orElseThrow();
        HttpResponse<String> signedIn = new DeskClient(city.url())
                .send(client.request("/api/desk/sign-in")
                        .header("Cookie", "KENT_DESK=node0forced; XSRF-TOKEN=" + token)
                        .header("X-XSRF-TOKEN", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "account=" + somebody.account() + "&password=" + somebody.password()))
                        .build());
        assertThat(signedIn.statusCode()).isEqualTo(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("KENT_DESK=") && !cookie.contains("forced"));
    }

    @Test
    void aRequestWithoutThePagesTokenChangesNothing() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        client.signIn(somebody.account(), somebody.password());
        HttpResponse<String> forged = client.send(client.request("/api/desk/sign-out")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("X-XSRF-TOKEN");
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedAccountLosesItsSessionsAndCannotComeBack() {
        city.somebody(Role.ADMIN); // no city is without one
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        city.book().close(somebody.account());
        assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPasswordIsNotReplacedByItselfOrByBlanks() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        client.signIn(somebody.account(), somebody.password());
        for (String next : new String[] {somebody.password(), " ".repeat(12), "kisa" + " ".repeat(20)}) {
            HttpResponse<String> answer = choose(somebody, next);
            assertThat(answer.statusCode()).as(next).isEqualTo(400);
            assertThat(answer.body()).contains("password");
        }
        assertThat(choose(somebody, "uzun ve yeni bir parola").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> choose(DeskCity.Somebody somebody, String next) {
        return client.post(
                "/api/desk/account/password",
                "{\"current\":\"" + somebody.password() + "\",\"next\":\"" + next + "\"}");
    }

    @Test
    void thePublicSideKnowsNoCookie() {
        for (String path : new String[] {"/ogc/collections?f=json", "/", "/health", "/api/guide/at?lon=27&lat=38"}) {
            HttpResponse<String> answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void aSessionOpensNothingOnThePublicSide() {
        DeskClient admin = city.signedIn(Role.ADMIN);
        assertThat(admin.get("/ogc/collections/bagimsiz_bolum?f=json").statusCode())
                .isEqualTo(404);
    }
}
