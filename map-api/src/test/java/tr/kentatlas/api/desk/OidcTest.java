package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.problem.Problem;

/** Signing in at the organisation's own provider, from the desk and back, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {
    private OidcStub provider;
    private DeskCity city;
    private DeskClient client;

    @BeforeAll
    void open() throws Exception {
        provider = new OidcStub();
        city = at(provider.issuer());
        client = new DeskClient(city.url());
    }

    @AfterAll
    void close() {
        city.web().close();
        provider.close();
    }

    @Test
    void whoTheProviderKnowsIsLetInWithTheRolesOfItsClaimAtThatTime() {
        provider.person("1", "Ayse.Yilmaz", List.of("EDITOR", "offline_access"));
        assertThat(signIn()).endsWith("/desk");
        JsonNode me = client.json("/api/desk/me");
        assertThat(me.path("account").asString()).isEqualTo("ayse.yilmaz");
        assertThat(me.path("foreign").asBoolean()).isTrue();
        assertThat(roles(me)).containsExactly("editor");
        assertThatThrownBy(() -> city.book().reset("ayse.yilmaz"))
                .as("its password is the provider's")
                .isInstanceOf(Problem.class);
        provider.person("1", "ayse.demir", "auditor viewer");
        signIn();
        assertThat(client.json("/api/desk/me").path("account").asString()).isEqualTo("ayse.yilmaz");
        assertThat(roles(client.json("/api/desk/me"))).containsExactlyInAnyOrder("viewer", "auditor");
        assertThat(entries("ayse.yilmaz")).contains("sign_in");
    }

    @Test
    void theWayThereIsOnTheSignInPageAndLeadsToThisProviderOnly() {
        JsonNode providers = new DeskClient(city.url()).json("/api/desk/sign-in/providers");
        assertThat(providers.path(0).path("name").asString()).isEqualTo("Belediye hesabı");
        assertThat(providers.path(0).path("href").asString()).isEqualTo("/desk/oidc/start/kurum");
        assertThat(new DeskClient(DeskCity.shared().url()).json("/api/desk/sign-in/providers"))
                .isEmpty();
    }

    @Test
    void somebodyWithoutARoleIsSentBackAndRecorded() {
        provider.person("2", "rolsuz", List.of("baska"));
        assertThat(signIn()).endsWith("/desk?refused");
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(401);
        assertThat(city.book().find("rolsuz")).isEmpty();
        assertThat(entries("rolsuz")).contains("sign_in.refused");
    }

    @Test
    void aLocalAccountOfTheSameNameIsNotTakenOver() {
        city.book().open("yonetici", "Yönetici", Set.of(Role.ADMIN), "test");
        provider.person("3", "yonetici", List.of("admin"));
        assertThat(signIn()).endsWith("/desk?refused");
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aClosedAccountStaysClosed() {
        provider.person("4", "ayrilan", List.of("viewer"));
        assertThat(signIn()).endsWith("/desk");
        city.book().open("son-yonetici", "Yönetici", Set.of(Role.ADMIN), "test");
        city.book().close("ayrilan");
        assertThat(signIn()).endsWith("/desk?refused");
    }

    @Test
    void aTokenOfAnotherSignerIsRefused() {
        provider.person("5", "sahte", List.of("admin"));
        provider.forge();
        assertThat(signIn()).endsWith("/desk?refused");
        assertThat(city.book().find("sahte")).isEmpty();
    }

    @Test
    void nothingIsKeptHereForStrangersWhoSetOut() {
        HttpResponse<String> out = new DeskClient(city.url()).get("/desk/oidc/start/kurum");
        assertThat(out.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("KENT_DESK="))
                .anyMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("Path=/desk/oidc"));
    }

    @Test
    void aReturnNobodySetOutForIsRefused() {
        assertThat(location(new DeskClient(city.url()).get("/desk/oidc/back/kurum?code=kod&state=x")))
                .endsWith("/desk?refused");
    }

    @Test
    void aProviderThatIsDownKeepsNobodyElseOut() {
        DeskCity lonely = at("http://localhost:1");
        try (var web = lonely.web()) {
            assertThat(web.isRunning()).isTrue();
            assertThat(location(new DeskClient(lonely.url()).get("/desk/oidc/start/kurum")))
                    .endsWith("/desk?refused");
            assertThat(lonely.signedIn(Role.VIEWER).get("/api/desk/me").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoSignsOutIsSignedOutAtTheProviderToo() {
        provider.person("6", "cikan", List.of("viewer"));
        signIn();
        HttpResponse<String> out = client.post("/api/desk/sign-out", "");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(client.get("/api/desk/me").statusCode()).isEqualTo(401);
        String there = JsonMapper.shared().readTree(out.body()).path("href").asString();
        assertThat(there).startsWith(provider.issuer() + "/end?");
        HttpRequest leaving = HttpRequest.newBuilder(URI.create(there)).build();
        assertThat(location(client.send(leaving))).isEqualTo(city.url() + "/desk");
        assertThat(provider.ended()).contains("6");
    }

    @Test
    void aPasswordAndAProviderThatSignsNobodyOutHaveNowhereElseToGo() throws Exception {
        assertThat(city.signedIn(Role.VIEWER).post("/api/desk/sign-out", "").statusCode())
                .isEqualTo(204);
        OidcStub endless = OidcStub.withoutEnd();
        DeskCity lonely = at(endless.issuer());
        try (endless;
                var web = lonely.web()) {
            assertThat(web.isRunning()).isTrue();
            endless.person("7", "kalan", List.of("viewer"));
            DeskClient staying = new DeskClient(lonely.url());
            signIn(staying, endless);
            assertThat(staying.post("/api/desk/sign-out", "").statusCode()).isEqualTo(204);
            assertThat(staying.get("/api/desk/me").statusCode()).isEqualTo(401);
        }
    }

    private static DeskCity at(String issuer) {
        return DeskCity.with(Map.of(
                "kent.oidc.issuer",
                issuer,
                "kent.oidc.client-id",
                OidcStub.CLIENT,
                "kent.oidc.client-secret",
                OidcStub.SECRET,
                "kent.oidc.roles-claim",
                "realm.roles",
                "kent.oidc.name",
                "Belediye hesabı"));
    }

    /** There and back again; gives where the desk leads in the end. */
    private String signIn() {
        client = new DeskClient(city.url());
        return signIn(client, provider);
    }

    private static String signIn(DeskClient client, OidcStub provider) {
        String there = location(client.get("/desk/oidc/start/kurum"));
        assertThat(there).startsWith(provider.issuer() + "/authorize");
        String back =
                location(client.send(HttpRequest.newBuilder(URI.create(there)).build()));
        return location(client.send(HttpRequest.newBuilder(URI.create(back)).build()));
    }

    /** What the audit of this city has about an account, once its journal has shipped something. */
    private List<String> entries(String account) {
        List<String> actions = List.of();
        for (long end = System.nanoTime() + 20_000_000_000L; actions.isEmpty() && System.nanoTime() < end; )
            actions = city.database()
                    .sql("SELECT action FROM access.audit WHERE caller = ?")
                    .param(account)
                    .query((row, n) -> row.getString(1))
                    .list();
        return actions;
    }

    private static List<String> roles(JsonNode me) {
        return me.path("roles").valueStream().map(JsonNode::asString).toList();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
