package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.store.Edition;

/** An agreement in use, over HTTP. */
class ExchangeTest {
    private static ExchangeCity city;

    @BeforeAll
    static void open() {
        city = new ExchangeCity();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static HttpResponse<String> get(String channel, String... headers) {
        return city.get(channel.replace("{tile}", city.tile()), headers);
    }

    private static Draft floors() {
        return city.draft().sharing("bina", "zeminUstuKatSayisi");
    }

    @Test
    void aPartnerSeesItsOwnCatalogueAndNothingElse() {
        Partnership partner = city.partner(floors());
        JsonNode catalogue = city.json("/exchange", partner);
        assertThat(catalogue.path("layers").size()).isEqualTo(1);
        assertThat(catalogue.path("layers").path(0).path("fields").size()).isEqualTo(1);
        assertThat(city.json("/ogc/collections", partner).path("collections").size())
                .isEqualTo(1);
        assertThat(city.get("/ogc/collections/yol", partner.header()).statusCode())
                .isEqualTo(404);
        assertThat(city.get("/exchange/releases/1/yol.geojson", partner.header())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whenFeaturesAreValidIsAskedOnlyByWhomItIsShown() {
        String question = "/ogc/collections/bina/items?limit=1&datetime=2000-01-01/..";
        HttpResponse<String> refused = get(question, city.partner(floors()).header());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("datetime", "gecerlilikBaslangici");
        Draft half = city.draft().sharing("bina", "gecerlilikBaslangici");
        assertThat(get(question, city.partner(half).header()).statusCode()).isEqualTo(400);
        Draft both = city.draft().sharing("bina", "gecerlilikBaslangici", "gecerlilikSonu");
        assertThat(get(question, city.partner(both).header()).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyOpensEveryChannelAsThePasswordOfBasicAuthenticationToo() {
        Partnership partner = city.partner(floors());
        String pair = Base64.getEncoder().encodeToString(("qgis:" + partner.key()).getBytes(StandardCharsets.UTF_8));
        for (String channel : KeyedAddresses.ALL) {
            assertThat(get(channel, "Authorization", "Basic " + pair).statusCode())
                    .as(channel)
                    .isEqualTo(200);
        }
        assertThat(get("/exchange", "Authorization", "Basic " + pair.substring(0, 20))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyChannelClosesWithTheAgreementEvenForWhatIsCached() {
        Partnership partner = city.partner(floors());
        KeyedAddresses.ALL.forEach(
                channel -> assertThat(get(channel, partner.header()).statusCode())
                        .as(channel)
                        .isEqualTo(200));
        Agreements agreements = city.bean(Agreements.class);
        agreements.turn(partner.agreement().id(), State.SUSPENDED, "denetim", "test");
        city.bean(BookKeeper.class).run();
        for (String channel : KeyedAddresses.ALL) {
            HttpResponse<String> answer = get(channel, partner.header());
            assertThat(answer.statusCode()).as(channel).isEqualTo(403);
            assertThat(answer.body()).contains(partner.agreement().number(), "suspended", "denetim");
        }
        agreements.turn(partner.agreement().id(), State.ACTIVE, null, "test");
        city.bean(BookKeeper.class).run();
        assertThat(city.get("/exchange", partner.header()).statusCode()).isEqualTo(200);
    }

    @Test
    void theGuidesPageRefusesAKeyLikeEveryOtherAddress() {
        Partnership partner = city.partner(floors());
        assertThat(city.get("/", partner.header()).body()).contains("<!doctype html>");
        for (String key : List.of("hello", "kent_00000000_" + "x".repeat(43)))
            assertThat(get("/", "Authorization", "Bearer " + key).statusCode()).isEqualTo(401);
        city.bean(Agreements.class).turn(partner.agreement().id(), State.SUSPENDED, "denetim", "test");
        city.bean(BookKeeper.class).run();
        assertThat(city.get("/", partner.header()).statusCode()).isEqualTo(403);
    }

    @Test
    void aKeyThatWasRevokedOrHasExpiredOpensNoChannel() {
        Partnership partner = city.partner(floors());
        Keys keys = city.bean(Keys.class);
        KeyText expired =
                keys.make(partner.agreement().id(), "eski", Instant.now().minusSeconds(1), "test");
        KeyText key = KeyText.parse(partner.key()).orElseThrow();
        keys.revoke(partner.agreement().id(), key.prefix(), "test");
        city.bean(BookKeeper.class).run();
        for (String channel : KeyedAddresses.ALL) {
            assertThat(get(channel, partner.header()).statusCode()).as(channel).isEqualTo(401);
            HttpResponse<String> answer = get(channel, "Authorization", "Bearer " + expired.reveal());
            assertThat(answer.statusCode()).as(channel).isEqualTo(401);
            assertThat(answer.body()).contains("expired");
        }
    }

    @Test
    void noCacheKeepsWhatAPartnerGets() {
        Partnership partner = city.partner(floors());
        for (String channel : KeyedAddresses.ALL) {
            assertThat(get(channel, partner.header()).headers().allValues("Cache-Control"))
                    .as(channel)
                    .isNotEmpty()
                    .allMatch(value -> value.contains("private") && value.matches(".*no-(store|cache).*"));
        }
    }

    @Test
    void theLimitOfAMinuteIsToldAndKept() {
        Partnership partner = city.partner(floors().with("ratePerMinute", 3));
        for (int i = 0; i < 3; i++) city.get("/exchange", partner.header());
        HttpResponse<String> answer = city.get("/ogc/collections", partner.header());
        assertThat(answer.statusCode()).isEqualTo(429);
        long wait = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        assertThat(wait).as("the next token of three in a minute").isBetween(1L, 20L);
        assertThat(answer.headers().firstValue("RateLimit").orElse("")).contains("\"minute\";r=0;t=" + wait + ",");
        assertThat(answer.body())
                .contains("More than 3 requests in a minute: the next one may come " + wait + " s later");
    }

    @Test
    void theQuotaOfAMonthCountsAllNodes() {
        Partnership partner = city.partner(floors().with("monthlyQuota", 2));
        city.database()
                .sql(
                        "INSERT INTO exchange.meter VALUES (?, date_trunc('month', now() AT TIME ZONE 'Europe/Istanbul')::date, 1)")
                .param(partner.agreement().id())
                .update();
        assertThat(city.get("/exchange", partner.header()).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = city.get("/exchange", partner.header());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("monthly quota of 2", "begins anew on 20");
    }

    @Test
    void theReleaseInForceOnlyWhereThatIsAgreed() {
        Draft draft = floors();
        ((ObjectNode) draft.json()).putArray("releases").add("published");
        Partnership partner = city.partner(draft);
        Edition pinned = city.edition().current();
        long served = pinned.release();
        assertThat(city.get("/ogc/collections/bina/items?limit=1&release=" + served, partner.header())
                        .statusCode())
                .isEqualTo(200);
        long next = city.publish();
        assertThat(next).isGreaterThan(served);
        KeyText key = KeyText.parse(partner.key()).orElseThrow();
        assertThat(city.bean(PartnerDoor.class).partner(key).orElseThrow().grant(pinned, pinned))
                .as("a request that was pinned before the publication goes on")
                .isNotNull();
        assertThat(city.get("/ogc/collections/bina/items?limit=1&release=" + served, partner.header())
                        .statusCode())
                .isEqualTo(403);
        city.rollback();
    }

    @Test
    void theFeedLeadsToTheStateOfEveryTurnThroughAmendmentsAndRollBacks() {
        Draft draft = city.draft();
        draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", "zeminUstuKatSayisi < 5");
        Partnership partner = city.partner(draft);
        Follower follower = new Follower(city, partner);
        follower.catchUp();
        follower.assertCurrent();
        city.database()
                .sql("UPDATE working.bina SET kat_ustu = (kat_ustu + 2) % 7 WHERE kat_ustu % 2 = 0")
                .update();
        city.publish();
        follower.catchUp();
        follower.assertCurrent();
        amend(partner);
        follower.catchUp();
        follower.assertCurrent();
        city.rollback();
        follower.catchUp();
        follower.assertCurrent();
        assertThat(city.json("/exchange/changes?since=" + follower.token(), partner)
                        .path("upToDate")
                        .asBoolean())
                .isTrue();
    }

    private static void amend(Partnership partner) {
        Draft wider = Draft.of(partner.agreement().number());
        wider.layer("bina", List.of("zeminUstuKatSayisi", "adi")).put("rows", "zeminUstuKatSayisi > 2");
        city.bean(Agreements.class)
                .amend(
                        partner.agreement().id(),
                        partner.agreement().version(),
                        TermsReader.read(wider.json(), city.edition().current()),
                        "test");
        city.bean(BookKeeper.class).renew();
    }

    @Test
    void theNumbersOfTheFeedAreExplainedToPartnersInTheirApiDefinitionAndCatalogue() {
        Partnership partner = city.partner(floors());
        JsonNode changes = city.json("/ogc/api?lang=en", partner).path("paths").path("/exchange/changes");
        assertThat(changes.path("servers").path(0).path("url").asString()).isEqualTo(city.url());
        assertThat(changes.findPath("seq").path("description").asString()).contains("(release, seq)", "given twice");
        assertThat(changes.findPath("application/x-ndjson").isMissingNode()).isFalse();
        assertThat(city.get("/exchange?lang=en", partner.header()).body()).contains("'seq' counts on");
        assertThat(city.get("/ogc/api").body()).doesNotContain("/exchange");
        assertThat(city.get("/ogc/api?f=html", partner.header()).body()).contains("GET /exchange/changes");
    }

    @Test
    void linesHaveATokenAfterEachThousandEntriesThatLeadsOnFromThere() {
        Partnership partner = city.partner(floors());
        List<JsonNode> lines = city.lines("/exchange/changes", partner);
        assertThat(lines.get(1_000).propertyNames()).containsExactly("next");
        assertThat(lines.getLast().propertyNames()).containsExactly("numberReturned", "next");
        String token = lines.get(1_000).path("next").asString();
        List<JsonNode> rest = city.lines("/exchange/changes?since=" + token, partner);
        assertThat(rest.subList(0, 500)).isEqualTo(lines.subList(1_001, 1_501));
    }

    @Test
    void aTokenOfAnotherAgreementIsRefused() {
        Partnership one = city.partner(floors());
        Partnership other = city.partner(floors());
        String token = city.json("/exchange/changes?limit=2", one).path("next").asString();
        HttpResponse<String> answer = city.get("/exchange/changes?since=" + token, other.header());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(city.get("/exchange/changes?since=uydurma", other.header()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() {
        Partnership partner = city.partner(floors());
        HttpResponse<byte[]> whole = city.bytes("/exchange/releases/1/bina.gpkg", partner.header());
        String[] range = {"Authorization", "Bearer " + partner.key(), "Range", "bytes=100-199"};
        HttpResponse<byte[]> part = city.bytes("/exchange/releases/1/bina.gpkg", range);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 200));
        assertThat(part.headers().firstValue("Repr-Digest"))
                .isEqualTo(whole.headers().firstValue("Repr-Digest"));
    }

    @Test
    void whatAPartnerReceivedIsInItsStatement() throws Exception {
        Partnership partner = city.partner(floors());
        city.json("/ogc/collections/bina/items?limit=7", partner);
        city.json("/exchange/releases/1/bina.geojson", partner);
        for (Job job : city.jobs("receipts")) job.run();
        Map<String, Long> features = new TreeMap<>();
        city.json("/exchange/statistics", partner)
                .path("use")
                .forEach(use -> features.put(
                        use.path("channel").asString(), use.path("features").asLong()));
        long all = city.database()
                .sql("SELECT (row_counts->>'bina')::bigint FROM release.snapshot WHERE theme = 'bina' LIMIT 1")
                .query(Long.class)
                .single();
        assertThat(features).isEqualTo(Map.of("items", 7L, "geojson", all));
    }
}
