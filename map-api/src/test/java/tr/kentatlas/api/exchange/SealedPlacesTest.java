package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** Where a page or a feed stands is told in a form that says nothing of the rows between and that nobody can make. */
class SealedPlacesTest {
    private static final String ITEMS = "/ogc/collections/bina/items?limit=40";

    private static final ExchangeCity CITY = ExchangeCity.shared();

    @Test
    void aCursorTellsNothingOfTheRowsThatAreNotShown() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi = 3");
        List<byte[]> cursors = new ArrayList<>();
        for (String path = ITEMS; !path.isEmpty(); path = next(CITY.json(path, partner))) {
            if (path.contains("cursor="))
                cursors.add(Base64.getUrlDecoder().decode(path.substring(path.indexOf("cursor=") + 7)));
        }
        assertThat(cursors).hasSizeGreaterThan(3);
        assertThat(cursors).extracting(cursor -> cursor.length).containsOnly(cursors.getFirst().length);
        for (int at = 0; at < 12; at++) {
            int place = at;
            assertThat(cursors.stream().map(cursor -> cursor[place]).distinct().count())
                    .as("no byte counts up or stays")
                    .isGreaterThan(1);
        }
        cursors.forEach(cursor ->
                assertThat(new String(cursor, StandardCharsets.ISO_8859_1)).doesNotContain("ordinal", "bina"));
    }

    @Test
    void howManyChangesAnAnswerMayHaveIsSaidOfTheFormThatWasAskedFor() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi = 3");
        String[] lines = {
            "Authorization", "Bearer " + partner.key(), "Accept", "application/x-ndjson", "Accept-Language", "en"
        };
        assertThat(CITY.get("/exchange/changes?limit=0", lines).body())
                .contains("at least 1")
                .doesNotContain("10,000", "10000");
        assertThat(CITY.get("/exchange/changes?limit=50000", lines).statusCode())
                .isEqualTo(200);
        assertThat(CITY.get("/exchange/changes?limit=50000", partner.header()).statusCode())
                .isEqualTo(400);
        assertThat(CITY.json("/ogc/api", partner)
                        .path("paths")
                        .path("/exchange/changes")
                        .toString())
                .doesNotContain("maximum");
    }

    @Test
    void theSamePageHasTheSameNextOne() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi = 3");
        assertThat(next(CITY.json(ITEMS, partner))).isEqualTo(next(CITY.json(ITEMS, partner)));
    }

    @Test
    void aCursorThatWasTouchedIsRefused() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi < 9");
        String path = next(CITY.json(ITEMS, partner));
        byte[] cursor = Base64.getUrlDecoder().decode(path.substring(path.indexOf("cursor=") + 7));
        for (int at = 0; at < cursor.length; at += 3) {
            byte[] touched = cursor.clone();
            touched[at] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(touched);
            var answer = CITY.get(ITEMS + "&cursor=" + text, partner.header());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("no cursor of ours");
        }
    }

    @Test
    void aCursorServesOnlyThoseWhoSeeTheSameAndTheQuestionItCameFrom() {
        Partnership few = CITY.partner("zeminUstuKatSayisi = 3");
        Partnership same = CITY.partner("zeminUstuKatSayisi = 3");
        Partnership all = CITY.partner("zeminUstuKatSayisi < 99");
        String path = next(CITY.json(ITEMS, few));
        assertThat(CITY.get(path, same.header()).statusCode()).isEqualTo(200);
        for (String[] others : List.of(all.header(), new String[0])) {
            var answer = CITY.get(path, others);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("what you may see has changed");
        }
        assertThat(CITY.get(path + "&sortby=zeminUstuKatSayisi", few.header()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTokenOfTheFeedIsNoCursorAndCannotBeRead() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi < 9");
        String token =
                CITY.json("/exchange/changes?limit=2", partner).path("next").asString();
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1))
                .doesNotContain("bina");
        assertThat(CITY.get(ITEMS + "&cursor=" + token, partner.header()).statusCode())
                .isEqualTo(400);
        String cursor = next(CITY.json(ITEMS, partner));
        String since = cursor.substring(cursor.indexOf("cursor=") + 7);
        assertThat(CITY.get("/exchange/changes?since=" + since, partner.header())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTileNumbersFeaturesByTheirIdentityAlone() {
        Partnership partner = CITY.partner("zeminUstuKatSayisi < 99");
        Map<Long, String> ids = new TreeMap<>();
        CITY.json("/ogc/collections/bina/items?limit=10000", partner)
                .path("features")
                .forEach(feature -> {
                    String id = feature.path("id").asString();
                    ids.put(Long.parseLong(id.substring(24), 16), id);
                });
        var tile =
                MvtIds.read(CITY.bytes("/ogc/collections/bina/tiles/WebMercatorQuad/" + CITY.tile(), partner.header())
                        .body());
        assertThat(tile.keySet()).containsExactly("bina");
        var drawn = Objects.requireNonNull(tile.get("bina")).features();
        assertThat(drawn).hasSizeGreaterThan(20);
        assertThat(drawn).allMatch(ids::containsKey);
        assertThat(ids).hasSize(2000);
    }

    private static String next(JsonNode page) {
        return page.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString().equals("next"))
                .map(link -> URI.create(link.path("href").asString()))
                .map(link -> link.getRawPath() + "?" + link.getRawQuery())
                .findFirst()
                .orElse("");
    }
}
