package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.sql.JobLock;

/** Whatever goes wrong with GeoServer is one sentence that says what to do, and never shows a password. */
class ClientFaultsTest {
    @SuppressWarnings("NullAway.Init")
    private static SetUpCity city;

    @BeforeAll
    static void setUp() {
        city = new SetUpCity();
        city.apply();
    }

    @AfterEach
    void heal() {
        city.stub().heal();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY_500, it does not say why. Its log tells more",
        "WORDS_500, NullPointerException",
        "PAGE_200, a web page",
        "HALF_JSON, broken JSON",
        "EMPTY_400, of a version not known here",
        "DROP, does not answer",
    })
    void aBadAnswerIsToldWithWhatToDo(GeoServerStub.Fault fault, String told) {
        city.stub().fail("/rest/workspaces.json", fault);
        assertThatThrownBy(() -> city.provisioning().plan(Progress.silent()))
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining(GeoServerStub.PASSWORD);
    }

    @Test
    void aServerThatHangsIsGivenUp() {
        city.stub().fail("/rest/workspaces.json", GeoServerStub.Fault.HANG);
        RestCalls rest =
                new RestCalls(city.address(), new RestCalls.Patience(Duration.ofSeconds(1), Duration.ofMillis(300)));
        assertThatThrownBy(() -> new Workspaces(rest).names())
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("in time");
    }

    @Test
    void nobodyAtTheAddressIsToldWithTheAddress() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        GeoServerAddress dead = address("http://127.0.0.1:" + port + "/geoserver", GeoServerStub.USER, "x");
        assertThatThrownBy(() -> city.provisioning(dead, city.store()).plan(Progress.silent()))
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("KENT_GEOSERVER_URL");
    }

    @Test
    void aWrongPasswordAndAPlainUserAreToldApart() {
        String url = city.stub().url();
        assertThatThrownBy(() -> city.provisioning(address(url, GeoServerStub.USER, "yanlış"), city.store())
                        .plan(Progress.silent()))
                .hasMessageContaining("401")
                .hasMessageContaining("KENT_GEOSERVER_PASSWORD")
                .hasMessageNotContaining("yanlış");
        assertThatThrownBy(() -> city.provisioning(address(url, "bakan", "parola"), city.store())
                        .plan(Progress.silent()))
                .hasMessageContaining("403")
                .hasMessageContaining("administrator");
    }

    @Test
    void aGeoServerWithTheShippedPasswordIsNotSetUp() {
        city.stub().security.accounts.put("admin:geoserver", "ADMIN");
        assertThatThrownBy(city::apply).hasMessageContaining("shipped with");
        assertThat(city.verify()).extracting(Discrepancy::what).containsExactly("the shipped password still opens it");
        assertThatThrownBy(() -> city.provisioning(address(city.stub().url(), "admin", "geoserver"), city.store())
                        .plan(Progress.silent()))
                .hasMessageContaining("Change it");
        city.stub().security.accounts.remove("admin:geoserver");
    }

    @Test
    void doorsLeftOpenAreFindings() {
        city.stub().security.rules.put("*.*.w", "*");
        city.stub().maps.offerTransactions(true);
        city.stub().maps.sendDemos(true);
        city.stub().catalogue.workspaces.put("tiger", new StubCatalogue.Workspace());
        city.stub().catalogue.workspace("tiger").types.put("poi", StubJson.object());
        assertThat(city.verify())
                .extracting(Discrepancy::what)
                .containsExactly(
                        "everybody may write layers (rule *.*.w)",
                        "it offers WFS transactions",
                        "it sends demo requests (TestWfsPost) for anybody",
                        "it shows workspace tiger to everybody");
        city.stub().security.rules.put("tiger.*.r", "ADMIN");
        assertThat(city.verify())
                .extracting(Discrepancy::what)
                .as("what only others see is theirs")
                .doesNotContain("it shows workspace tiger to everybody");
        city.stub().security.rules.remove("tiger.*.r");
        city.stub().security.rules.put("*.*.w", "ADMIN");
        city.stub().catalogue.workspaces.remove("tiger");
        city.stub().maps.offerTransactions(false);
        city.stub().maps.sendDemos(false);
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY_500, it fails (500)",
        "PAGE_200, no picture",
        "REPORT_200, Could not find layer",
        "SMALL_PICTURE, another size",
        "BROKEN_PICTURE, is broken",
        "BLANK_PICTURE, is drawn empty",
    })
    void aLayerThatIsNotDrawnIsFound(GeoServerStub.Fault fault, String told) {
        city.stub().fail("layers=bina&", fault);
        assertThat(city.verify()).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains("layer r1:bina").contains(told);
            assertThat(finding.mend()).contains("logs/geoserver.log");
        });
    }

    @ParameterizedTest
    @CsvSource({"geoserver:8080", "ftp://x/geoserver", "http://u:gizli@x/geoserver", "http:///geoserver", "x y"})
    void anAddressThatIsNoneIsRefusedWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> address(url, "u", "p"))
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("http://host:8080/geoserver")
                .hasMessageNotContaining("gizli");
    }

    @Test
    void noSecretShowsItself() {
        assertThat(city.address() + " " + city.store())
                .doesNotContain(GeoServerStub.PASSWORD)
                .doesNotContain(city.store().password().reveal());
        assertThat(GeoServerAddress.in(name -> null)).isEmpty();
        assertThat(PublicStore.of(
                        "jdbc:postgresql://a:5433,b:5434/kent?sslmode=verify-full",
                        "u",
                        new Secret("p"),
                        Map.of("KENT_GEOSERVER_DB_HOST", "db")::get))
                .isEqualTo(new PublicStore("db", "5433", "kent", "u", new Secret("p"), "VERIFY_FULL"));
    }

    @Test
    void oneSetUpWaitsForAnotherAndSaysSo() throws Exception {
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<String> waitedFor = new CompletableFuture<>();
        Thread other = Thread.ofVirtual()
                .start(() -> JobLock.with(city.owner(), "geoserver.job", () -> {
                    begun.complete("begun");
                    return waitedFor.orTimeout(1, TimeUnit.MINUTES).join();
                }));
        begun.get(1, TimeUnit.MINUTES);
        city.provisioning().apply((what, total) -> {
            if (what.startsWith("Waiting")) waitedFor.complete(what);
            return Progress.silent().begin(what, total);
        });
        other.join();
        assertThat(waitedFor).isCompletedWithValue("Waiting for another set-up of GeoServer");
    }

    private static GeoServerAddress address(String url, String user, String password) {
        return GeoServerAddress.in(
                        Map.of(
                                "KENT_GEOSERVER_URL",
                                url,
                                "KENT_GEOSERVER_USER",
                                user,
                                "KENT_GEOSERVER_PASSWORD",
                                password)::get)
                .orElseThrow();
    }
}
