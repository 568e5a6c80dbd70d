package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Draft;

/** A release somebody took back is read by nobody outside the house any more; one that was followed by another still is. */
class WithdrawnReleaseTest {
    private static final String[] OPERATOR = {"Authorization", "Bearer " + SmallCity.ADMIN_KEY};
    private static final String PICTURE = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=CRS:84"
            + "&BBOX=32.8,39.8,33.1,40.0&WIDTH=64&HEIGHT=64&FORMAT=image/png";
    private static final String WRONG = "zeminUstuKatSayisi=77";

    private static ExchangeCity city;

    @SuppressWarnings("NullAway.Init")
    private Partnership partner;

    @BeforeAll
    static void open() {
        city = ExchangeCity.ofFew();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    /** Whatever was published by another case is withdrawn. */
    @BeforeEach
    void beginWithTheFirst() {
        partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        if (city.edition().current().release() != 1) city.rollback(1);
    }

    @Test
    void noChannelGivesItToVisitorsOrPartners() {
        long wrong = publishWrongFloors();
        JsonNode page = JsonMapper.shared()
                .readTree(city.get("/ogc/collections/bina/items?limit=2").body());
        String next = page.path("links")
                .path(page.path("links").size() - 1)
                .path("href")
                .asString();
        for (String address : addresses(wrong)) {
            assertThat(city.get(address).statusCode()).as(address).isLessThan(300);
            assertThat(city.get(address, partner.header()).statusCode())
                    .as(address)
                    .isLessThan(300);
        }
        assertThat(city.get(file(wrong), partner.header()).statusCode()).isEqualTo(200);
        city.rollback();
        for (String address : addresses(wrong)) {
            assertGone(address, city.get(address));
            assertGone(address, city.get(address, partner.header()));
            assertThat(city.get(address, OPERATOR).statusCode()).as(address).isLessThan(300);
        }
        assertGone(file(wrong), city.get(file(wrong), partner.header()));
        String cursor = next.substring(city.url().length());
        assertGone(cursor, city.get(cursor));
    }

    @Test
    void aReleaseThatWasFollowedOrIsServedAgainIsRead() {
        long wrong = publishWrongFloors();
        city.rollback();
        long right = city.publish("bina");
        for (String address : addresses(1)) {
            assertThat(city.get(address).statusCode()).as(address).isLessThan(300);
            assertThat(city.get(address, partner.header()).statusCode())
                    .as(address)
                    .isLessThan(300);
        }
        assertGone("still", city.get(addresses(wrong).getFirst()));
        city.rollback(wrong);
        assertThat(city.get(addresses(wrong).getFirst()).statusCode()).isEqualTo(200);
        assertGone("the later one", city.get(addresses(right).getFirst()));
    }

    @Test
    void aPartnerFindsTheEarlierReleasesOfTheAgreementAndNoneThatWasTakenBack() {
        long wrong = publishWrongFloors();
        city.rollback();
        long right = city.publish("bina");
        JsonNode releases = city.json("/exchange", partner).path("releases");
        assertThat(releases.valueStream().map(one -> one.path("number").asLong()))
                .startsWith(right)
                .contains(1L)
                .doesNotContain(wrong);
        for (JsonNode release : releases) {
            String link = release.path("links").path(0).path("href").asString();
            JsonNode catalogue = city.json(link.substring(city.url().length()), partner);
            assertThat(catalogue.path("release").asLong())
                    .isEqualTo(release.path("number").asLong());
            for (JsonNode file : catalogue.path("layers").path(0).path("links"))
                assertThat(city.get(
                                        file.path("href")
                                                .asString()
                                                .substring(city.url().length()),
                                        partner.header())
                                .statusCode())
                        .as(file.toString())
                        .isEqualTo(200);
        }
        Draft draft = city.draft().sharing("bina", "zeminUstuKatSayisi");
        ((ArrayNode) draft.json().path("releases")).remove(1);
        JsonNode only = city.json("/exchange", city.partner(draft)).path("releases");
        assertThat(only.valueStream().map(one -> one.path("number").asLong())).containsExactly(right);
    }

    /** What each channel gave of it while it was served, it gives of it afterwards; of the later one there is nothing. */
    @Test
    void anEarlierReleaseIsReadWithItsOwnRowsThroughTheSameGrantOnEveryChannel() {
        Partnership three = city.partner("zeminUstuKatSayisi = 3");
        List<String> pictures = List.of(
                "/ogc/collections/bina/tiles/WebMercatorQuad/" + city.tile() + "?lang=en&release=1",
                PICTURE + "&lang=en&release=1",
                file(1));
        List<String> ids = ids(three, "release=1");
        List<byte[]> served = pictures.stream()
                .map(address -> city.bytes(address, three.header()).body())
                .toList();
        publishWrongFloors();
        assertThat(ids(three, "release=1")).isNotEmpty().isEqualTo(ids);
        for (int i = 0; i < pictures.size(); i++)
            assertThat(city.bytes(pictures.get(i), three.header()).body())
                    .as(pictures.get(i))
                    .isEqualTo(served.get(i));
        assertThat(ids(three, "lang=en")).isEmpty();
        assertThat(city.bytes(pictures.getFirst().replace("&release=1", ""), three.header())
                        .body())
                .isNotEqualTo(served.getFirst());
    }

    private static List<String> ids(Partnership partner, String more) {
        return city.json("/ogc/collections/bina/items?limit=10000&" + more, partner)
                .path("features")
                .valueStream()
                .map(feature -> feature.path("id").asString())
                .toList();
    }

    @Test
    void noTileIsKeptForMoreThanAMinuteWithoutAskingAgain() {
        for (String release : List.of("", "?release=1")) {
            var headers = city.bytes("/ogc/tiles/WebMercatorQuad/" + city.tile() + release)
                    .headers();
            assertThat(headers.firstValue("Cache-Control")).hasValue("max-age=60, must-revalidate, public");
            assertThat(headers.firstValue("ETag")).isPresent();
        }
    }

    @Test
    void whoWasToldHalfOfItGoesBackAndWhoWasToldNothingHearsNothingOfIt() {
        Follower half = new Follower(city, partner);
        Follower none = new Follower(city, partner);
        half.catchUp();
        none.catchUp();
        publishWrongFloors();
        half.readPage();
        half.readPage();
        assertThat(half.holds(WRONG)).isTrue();
        city.rollback();
        JsonNode back = city.json("/exchange/changes?limit=5&since=" + half.token(), partner);
        assertThat(back.path("action").asString()).isEqualTo("rollback");
        assertThat(back.path("entries").path(0).path("release").asInt()).isEqualTo(1);
        half.readPage();
        half.catchUp();
        half.assertCurrent();
        assertThat(half.turns()).isEqualTo(3);
        none.catchUp();
        none.assertCurrent();
        assertThat(none.turns()).as("from nothing, and over the rollback").isEqualTo(2);
    }

    @Test
    void ofALongAnswerThatBrokeOffWhatCountsIsTakenBack() {
        Follower cut = new Follower(city, partner);
        cut.readLines(1);
        cut.readLines(Integer.MAX_VALUE);
        cut.assertCurrent();
        publishWrongFloors();
        cut.readLines(1);
        assertThat(cut.holds(WRONG)).isTrue();
        city.rollback();
        cut.readLines(Integer.MAX_VALUE);
        cut.catchUp();
        cut.assertCurrent();
    }

    @Test
    void theTurnThatTookItBackIsToldAndNoOther() {
        Follower half = new Follower(city, partner);
        half.catchUp();
        long wrong = publishWrongFloors();
        city.publish("bina");
        city.rollback(wrong);
        half.readPage();
        assertThat(half.holds(WRONG)).isTrue();
        city.rollback(1);
        JsonNode back = city.json("/exchange/changes?limit=5&since=" + half.token(), partner);
        assertThat(back.path("turn").asLong()).isEqualTo(lastTurn());
    }

    @Test
    void whatIsWithdrawnAndNotKeptAnyMoreIsPassedOver() {
        Follower follower = new Follower(city, partner);
        follower.catchUp();
        long wrong = publishWrongFloors();
        city.rollback();
        city.database()
                .sql("UPDATE release.release SET state = 'dropped' WHERE release_no = ?")
                .param(wrong)
                .update();
        follower.catchUp();
        follower.assertCurrent();
        city.publish("bina");
        follower.catchUp();
        follower.assertCurrent();
    }

    @Test
    void whoKnowsAllOfItIsLedBack() {
        Follower follower = new Follower(city, partner);
        publishWrongFloors();
        follower.catchUp();
        assertThat(follower.holds(WRONG)).isTrue();
        city.rollback();
        follower.catchUp();
        follower.assertCurrent();
        assertThat(follower.holds(WRONG)).isFalse();
    }

    @Test
    void whoBeganWithItBeginsAnew() {
        long wrong = publishWrongFloors();
        Follower follower = new Follower(city, partner);
        follower.readPage();
        city.rollback();
        HttpResponse<String> answer = city.get("/exchange/changes?since=" + follower.token(), partner.header());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Release " + wrong + " was withdrawn", "without 'since'");
    }

    private static long publishWrongFloors() {
        city.database().sql("UPDATE working.bina SET kat_ustu = 77").update();
        long wrong = city.publish("bina");
        city.database().sql("UPDATE working.bina SET kat_ustu = 3").update();
        return wrong;
    }

    private static long lastTurn() {
        return city.database()
                .sql("SELECT max(entry_no) FROM release.journal")
                .query(Long.class)
                .single();
    }

    private static List<String> addresses(long release) {
        List<String> all = new ArrayList<>();
        all.add("/ogc/collections/bina/items?limit=1&lang=en&release=" + release);
        all.add("/ogc/collections?lang=en&release=" + release);
        all.add("/ogc/tiles/WebMercatorQuad/" + city.tile() + "?lang=en&release=" + release);
        all.add("/ogc/collections/bina/tiles/WebMercatorQuad/" + city.tile() + "?lang=en&release=" + release);
        all.add(PICTURE + "&lang=en&release=" + release);
        return all;
    }

    private static String file(long release) {
        return "/exchange/releases/" + release + "/bina.geojson";
    }

    private static void assertGone(String address, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(address).isEqualTo(410);
        assertThat(answer.body()).as(address).contains("withdrawn");
    }
}
