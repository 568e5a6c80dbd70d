package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ItemsTest {
    private final ServedCity city = ServedCity.shared();

    @ParameterizedTest
    @CsvSource({
        "bina, ''",
        "bina, sortby=-zeminUstuKatSayisi",
        "bina, 'sortby=BO_yapiKullanimIzniTarihi,-toplamTabanAlani,adi'",
        "bina, 'sortby=-adi,zeminUstuKatSayisi'",
        "yol, 'sortby=-ad'",
        "numarataj, 'sortby=-uretimOlcegi,-tucbsNo'",
        "kamu_hizmeti, 'sortby=+ad,-surumBaslangicZamani'",
        "yol_orta_hat_yon, 'properties=taraf'"
    })
    void followingNextLinksGivesEachFeatureOnce(String type, String question) {
        List<String> ids = new ArrayList<>();
        JsonNode page = city.json("/ogc/collections/" + type + "/items?limit=137&" + encoded(question));
        long expected = page.path("numberMatched").asLong();
        while (true) {
            page.path("features").forEach(f -> ids.add(f.path("id").asString()));
            assertThat(page.path("numberReturned").asInt())
                    .isEqualTo(page.path("features").size());
            String next = link(page, "next");
            if (next.isEmpty()) break;
            page = city.json(next);
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize((int) expected).isNotEmpty();
    }

    @Test
    void aPlaceThatIsNoNumberIsTheCallersFault() {
        var answer = city.get("/api/guide/at?lon=abc&lat=1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"lon\"");
    }

    @Test
    void pagesOfOneQuestionStayInTheReleaseTheyBeganIn() {
        JsonNode first = city.json("/ogc/collections/bina/items?limit=900");
        long release = first.path("release").asLong();
        List<String> ids = new ArrayList<>();
        first.path("features").forEach(f -> ids.add(f.path("id").asString()));
        city.publish();
        JsonNode page = first;
        while (!link(page, "next").isEmpty()) {
            page = city.json(link(page, "next"));
            assertThat(page.path("release").asLong()).isEqualTo(release);
            page.path("features").forEach(f -> ids.add(f.path("id").asString()));
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(first.path("numberMatched").asInt());
        assertThat(city.json("/ogc/collections/bina/items?limit=1&release=" + release)
                        .path("release")
                        .asLong())
                .isEqualTo(release);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=0",
                "limit=abc",
                "bbox=NaN,39,33,40",
                "bbox=33,40,34,39",
                "bbox=1,2,3",
                "bbox=1,2,3,4,5",
                "bbox=1,2,3,vier",
                "bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9999",
                "crs=http://www.opengis.net/def/crs/EPSG/0/9999",
                "crs=ed50",
                "datetime=gestern",
                "datetime=2026-01-01/2025-01-01",
                "datetime=2026-13-01",
                "cursor=abc",
                "cursor=bnVsbA",
                "cursor=e30",
                "sortby=yok",
                "properties=yok",
                "sortby=",
                "sortby=geometri",
                "filter=adi=",
                "filter=yok='a'",
                "filter=adi>5",
                "filter=adi='a'&filter-lang=sql",
                "filter-lang=cql2-json&filter={",
                "filter-crs=EPSG:9999&filter=adi='a'",
                "yok=1",
                "limit=1&limit=2",
                "f=xml",
                "lang=de",
                "zeminUstuKatSayisi=viel",
                "zeminUstuKatSayisi=1e999999999",
                "referansGeometri=vielleicht",
                "yapiTamamlanmaTarihi=gestern",
                "surumBaslangicZamani=gestern",
                "parsel=keins",
                "tucbsNo=keine",
                "adi=%00",
                "release=x"
            })
    void whatCannotBeAnsweredIsRefusedWithoutATrace(String question) {
        HttpResponse<String> answer = city.get("/ogc/collections/bina/items?" + encoded(question));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Crs")).isEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "at tr.", "SQL", "ERROR:");
        assertThat(city.json("/ogc/collections/bina/items?" + encoded(question)).path("errors"))
                .isNotEmpty();
    }

    @Test
    void allFaultsOfARequestAreToldTogether() {
        JsonNode problem = city.json(
                "/ogc/collections/bina/items?limit=0&bbox=1,2&crs=x&yok=1&sortby=q&filter=" + value("nichts='1'"));
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(e -> e.path("parameter").asString()))
                .containsExactlyInAnyOrder("yok", "crs", "bbox", "filter", "sortby", "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "bbox=1,2,3,4", "filter=adi='a'", "adi=x", "yok=1"})
    void aSingleFeatureTakesNoParametersOfItems(String question) {
        assertThat(city.get(anyBuilding() + "?" + encoded(question)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCursorServesItsOwnQuestionOnly() {
        String next = link(city.json("/ogc/collections/bina/items?limit=5"), "next");
        String cursor = next.substring(next.indexOf("cursor="));
        for (String other :
                List.of("sortby=adi&", "bbox=32,39,34,41&", "crs=http://www.opengis.net/def/crs/EPSG/0/3857&")) {
            assertThat(city.get("/ogc/collections/bina/items?" + other + cursor).statusCode())
                    .isEqualTo(400);
        }
        assertThat(city.get("/ogc/collections/parsel/items?" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLimitAboveTheMostIsClamped() {
        HttpResponse<String> answer = city.get("/ogc/collections/agac/items?limit=99999999");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aBoxMayHaveHeightsAndMayCrossTheAntimeridian() {
        JsonNode city4 = city.json("/ogc/collections/bina/items?limit=1&bbox=-180,-90,180,90");
        assertThat(city4.path("numberReturned").asInt()).isEqualTo(1);
        assertThat(city.json("/ogc/collections/bina/items?limit=1&bbox=-180,-90,-100,180,90,9000")
                        .path("numberReturned")
                        .asInt())
                .isEqualTo(1);
        assertThat(city.json("/ogc/collections/bina/items?limit=1&bbox=170,-10,-170,10")
                        .path("numberReturned")
                        .asInt())
                .isZero();
        assertThat(city.json("/ogc/collections/bina/items?limit=1&bbox=20,-90,-170,90")
                        .path("numberReturned")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../2026-01-01T00:00:00Z",
                "/2026-01-01T00:00:00Z",
                "2020-01-01T00:00:00Z/..",
                "2026-11-20",
                "../..",
                "/"
            })
    void aTimeMayBeOpenAtEitherEnd(String time) {
        assertThat(city.get("/ogc/collections/bina/items?limit=1&datetime=" + time)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void propertiesAreFiltersToo() {
        JsonNode two = city.json("/ogc/collections/bina/items?limit=10000&zeminUstuKatSayisi=2");
        assertThat(two.path("features"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(
                                f.path("properties").path("zeminUstuKatSayisi").asInt())
                        .isEqualTo(2));
        JsonNode same = city.json("/ogc/collections/bina/items?limit=10000&filter=" + value("zeminUstuKatSayisi=2"));
        JsonNode json = city.json("/ogc/collections/bina/items?limit=10000&filter-lang=cql2-json&filter="
                + value("{\"op\":\"=\",\"args\":[{\"property\":\"zeminUstuKatSayisi\"},2]}"));
        assertThat(same.path("numberReturned"))
                .isEqualTo(two.path("numberReturned"))
                .isEqualTo(json.path("numberReturned"));
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        HttpResponse<String> first = city.get("/ogc/collections/bina/items?limit=3");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(city.get("/ogc/collections/bina/items?limit=3", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(city.get("/ogc/collections/bina/items?limit=4", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(city.get(
                                "/ogc/collections/bina/items?limit=3",
                                "If-None-Match",
                                tag,
                                "Authorization",
                                "Bearer " + ServedCity.ADMIN_KEY)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAreCompressedAndOpenToOtherPages() {
        var answer = city.bytes(
                "/ogc/collections/bina/items?limit=100", "Accept-Encoding", "gzip", "Origin", "https://baska.example");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(city.bytes("/ogc/collections/bina/items?limit=100", "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "x", "%2e%2e", "a%20b", "';--"})
    void anIdentityThatIsNotThereIsNotFound(String id) {
        assertThat(city.get("/ogc/collections/bina/items/" + id).statusCode()).isBetween(400, 404);
    }

    private String anyBuilding() {
        JsonNode page = city.json("/ogc/collections/bina/items?limit=1");
        return "/ogc/collections/bina/items/"
                + page.path("features").path(0).path("id").asString();
    }

    private static String link(JsonNode page, String relation) {
        return page.path("links")
                .valueStream()
                .filter(l -> l.path("rel").asString().equals(relation))
                .map(l -> l.path("href").asString())
                .findFirst()
                .orElse("");
    }

    /** Encodes the values of a readable query; one that is encoded already stays. */
    private static String encoded(String question) {
        return Arrays.stream(question.split("&"))
                .map(part -> part.contains("%") || !part.contains("=")
                        ? part
                        : part.substring(0, part.indexOf('=') + 1) + value(part.substring(part.indexOf('=') + 1)))
                .collect(Collectors.joining("&"));
    }

    private static String value(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
