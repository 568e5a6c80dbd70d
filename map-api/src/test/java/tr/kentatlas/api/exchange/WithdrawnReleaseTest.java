package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** A release somebody took back is read by nobody outside the house any more; one that was followed by another still is. */
class WithdrawnReleaseTest {
    private static final String[] OPERATOR = {"Authorization", "Bearer " + SmallCity.ADMIN_KEY};
    private static final String PICTURE = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=CRS:84"
            + "&BBOX=32.8,39.8,33.1,40.0&WIDTH=64&HEIGHT=64&FORMAT=image/png";
    private static final String WRONG = "zeminUstuKatSayisi=77";

    private final ExchangeCity city = new ExchangeCity();
    private final Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void noChannelGivesItToVisitorsOrPartners() {
        publishWrongFloors();
        JsonNode page = JsonMapper.shared()
                .readTree(city.get("/ogc/collections/bina/items?limit=2").body());
        String next = page.path("links")
                .path(page.path("links").size() - 1)
                .path("href")
                .asString();
        for (String address : addresses(2)) {
            assertThat(city.get(address).statusCode()).as(address).isLessThan(300);
            assertThat(city.get(address, partner.header()).statusCode())
                    .as(address)
                    .isLessThan(300);
        }
        assertThat(city.get(file(2), partner.header()).statusCode()).isEqualTo(200);
        city.rollback();
        for (String address : addresses(2)) {
            assertGone(address, city.get(address));
            assertGone(address, city.get(address, partner.header()));
            assertThat(city.get(address, OPERATOR).statusCode()).as(address).isLessThan(300);
        }
        assertGone(file(2), city.get(file(2), partner.header()));
        String cursor = next.substring(city.url().length());
        assertGone(cursor, city.get(cursor));
    }

    @Test
    void aReleaseThatWasFollowedOrIsServedAgainIsRead() {
        publishWrongFloors();
        city.rollback();
        assertThat(city.publish()).isEqualTo(3);
        for (String address : addresses(1)) {
            assertThat(city.get(address).statusCode()).as(address).isLessThan(300);
            assertThat(city.get(address, partner.header()).statusCode())
                    .as(address)
                    .isLessThan(300);
        }
        assertGone("still", city.get(addresses(2).getFirst()));
        city.rollback(2);
        assertThat(city.get(addresses(2).getFirst()).statusCode()).isEqualTo(200);
        assertGone("the later one", city.get(addresses(3).getFirst()));
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
        publishWrongFloors();
        Follower follower = new Follower(city, partner);
        follower.readPage();
        city.rollback();
        HttpResponse<String> answer = city.get("/exchange/changes?since=" + follower.token(), partner.header());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Release 2 was withdrawn", "without 'since'");
    }

    private void publishWrongFloors() {
        city.database().sql("UPDATE working.bina SET kat_ustu = 77").update();
        assertThat(city.publish()).isEqualTo(2);
        city.database().sql("UPDATE working.bina SET kat_ustu = 3").update();
    }

    private List<String> addresses(int release) {
        List<String> all = new ArrayList<>();
        all.add("/ogc/collections/bina/items?limit=1&lang=en&release=" + release);
        all.add("/ogc/collections?lang=en&release=" + release);
        all.add("/ogc/tiles/WebMercatorQuad/" + city.tile() + "?lang=en&release=" + release);
        all.add("/ogc/collections/bina/tiles/WebMercatorQuad/" + city.tile() + "?lang=en&release=" + release);
        all.add(PICTURE + "&lang=en&release=" + release);
        return all;
    }

    private static String file(int release) {
        return "/exchange/releases/" + release + "/bina.geojson";
    }

    private static void assertGone(String address, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(address).isEqualTo(410);
        assertThat(answer.body()).as(address).contains("withdrawn");
    }
}
