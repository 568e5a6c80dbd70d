package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide's API before a real service. */
class GuideApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GuideClient guide = GuideClient.shared();

    @Test
    void aSearchTellsWhatItUnderstoodAndItsRelease() {
        JsonNode found = guide.json("/api/guide/search?q=" + GuideClient.encoded("atatürk blv"));
        assertThat(found.path("release").intValue()).isEqualTo(1);
        assertThat(found.path("results").path(0).path("title").asString()).isEqualTo("Atatürk Bulvarı");
        assertThat(guide.json("/api/guide/search?q=" + GuideClient.encoded("39.9, 32.9"))
                        .path("understood")
                        .asString())
                .isEqualTo("position");
    }

    @Test
    void anAnswerKnownAlreadyIsNotSentAgain() {
        String path = "/api/guide/search?q=park";
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anyPageMayAskAndNoCookieIsSet() {
        HttpResponse<String> answer = get("/api/guide/search?q=park", "Origin", "https://example.org");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/guide/search",
                "/api/guide/search?q=%00%E2%80%AE",
                "/api/guide/search?q=a&limit=0",
                "/api/guide/search?q=a&lon=200&lat=1",
                "/api/guide/search?q=a&lon=30",
                "/api/guide/nearest?kind=%3Cb%3E&lon=1&lat=1",
                "/api/guide/nearest?kind=eczane",
                "/api/guide/duty?at=tomorrow",
                "/api/guide/convert?q=nowhere",
                "/api/guide/at?lat=39.9",
                "/api/guide/at?lon=999&lat=39.9",
                "/api/guide/at?lon=32.9&lat=39.9&radius=x",
                "/api/guide/parcel",
            })
    void whatCannotBeUsedIsToldByName(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body())
                        .path("errors")
                        .path(0)
                        .path("detail")
                        .asString(""))
                .isNotEmpty();
    }

    @Test
    void tenKilobytesFromRightToLeftGetAClearAnswer() {
        HttpResponse<String> answer = get("/api/guide/search?q=" + GuideClient.encoded("\u202eابحث ".repeat(1_000)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 200 characters");
    }

    @Test
    void aParcelHasOnePageInThreeForms() {
        JsonNode parcel =
                guide.json("/api/guide/search?q=112/10").path("results").path(0);
        String path = parcel.path("path").asString();
        assertThat(path).matches("/imar/ornekova/[a-z-]+/112/10");
        assertThat(get(path, "Accept", "text/html").body())
                .contains("112 ada 10 parsel", "imar durumu belgesi yerine geçmez");
        assertThat(guide.json(path).path("place").path("parcel").path("zoning").size())
                .isPositive();
        HttpResponse<String> pdf = get(path + "?f=pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(typeOf(path, "application/pdf")).isEqualTo("application/pdf");
        assertThat(typeOf(path, "application/pdf, text/html;q=0.5")).isEqualTo("application/pdf");
        assertThat(typeOf(path, "text/html, application/pdf;q=0.5")).startsWith("text/html");
        assertThat(typeOf(path, "*/*")).isEqualTo("application/json");
        assertThat(typeOf(path, "application/pdf;q=0, */*")).isEqualTo("application/json");
        assertThat(String.join(",", pdf.headers().allValues("Vary"))).contains("Accept", "Accept-Language");
        assertThat(typeOf("/imar/ornekova/yok/1/1", "application/pdf, text/html;q=0.5"))
                .startsWith("text/html");
        assertThat(get("/imar/ornekova/yok/1/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aPositionTellsWhatIsHere() {
        JsonNode parcel =
                guide.json("/api/guide/search?q=112/10").path("results").path(0);
        String here = "lon=" + parcel.path("longitude").doubleValue() + "&lat="
                + parcel.path("latitude").doubleValue();
        assertThat(guide.json("/api/guide/reverse?" + here).path("parcel").path("id"))
                .isEqualTo(parcel.path("id"));
        assertThat(guide.json("/api/guide/parcel?" + here).path("place").path("id"))
                .isEqualTo(parcel.path("id"));
        assertThat(guide.json("/api/guide/parcel?ilce=Örnekova&mahalle=yok&ada=1&parsel=1".replace("Ö", "%C3%96"))
                        .path("status")
                        .intValue())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T15:59:59Z,0", "2026-12-01T16:00:00Z,1", "2026-12-02T05:59:59Z,1", "2026-12-02T06:00:00Z,0"})
    void dutyChangesAtSevenInTheEveningAndNineInTheMorning(String moment, int onDuty) {
        JsonNode duty = guide.json("/api/guide/duty?at=" + moment);
        assertThat(duty.path("onDuty").size()).isEqualTo(onDuty);
        assertThat(duty.path("next").isEmpty()).isEqualTo(onDuty > 0);
        assertThat(duty.path("onDuty"))
                .allSatisfy(turn -> assertThat(turn.path("address").asString()).contains(" No: "));
    }

    @Test
    void whoIsOnDutyIsOpenAndSaysUntilWhen() {
        JsonNode turn = guide.json("/api/guide/duty?lang=tr&at=2026-12-01T20:00:00Z")
                .path("onDuty")
                .path(0);
        assertThat(turn.path("pharmacy").path("open").booleanValue()).isTrue();
        assertThat(turn.path("pharmacy").path("duty").asString()).isEqualTo("Nöbetçi, 09:00 saatine kadar");
    }

    @Test
    void aQuestionForDutyIsAnsweredWithWhoIsOnDutyNow() {
        JsonNode found = guide.json("/api/guide/suggest?q=" + GuideClient.encoded("nöbetçi eczane nerede"));
        assertThat(found.path("understood").asString()).isEqualTo("duty");
        Set<String> onDuty = guide.json("/api/guide/duty")
                .path("onDuty")
                .valueStream()
                .map(turn -> turn.path("pharmacy").path("id").asString())
                .collect(Collectors.toSet());
        assertThat(found.path("results").valueStream().map(hit -> hit.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(onDuty);
    }

    @Test
    void degreesTheOtherWayRoundAreOffered() {
        JsonNode parcel =
                guide.json("/api/guide/search?q=112/10").path("results").path(0);
        double longitude = parcel.path("longitude").doubleValue();
        double latitude = parcel.path("latitude").doubleValue();
        JsonNode swapped = guide.json("/api/guide/search?q=" + GuideClient.encoded(longitude + " " + latitude));
        assertThat(swapped.path("position").path("swapped").asString())
                .startsWith(Double.toString(latitude).substring(0, 6));
        JsonNode right = guide.json("/api/guide/convert?q=" + GuideClient.encoded(latitude + " " + longitude));
        assertThat(right.has("swapped")).isFalse();
    }

    @Test
    void aNumberFirstIsAnAddressOnlyWhereThereIsSuchADoor() {
        assertThat(guide.json("/api/guide/search?q=" + GuideClient.encoded("99999 atatürk bulvarı"))
                        .path("understood")
                        .asString())
                .isEqualTo("words");
    }

    @Test
    void aFeatureIsGeoJsonWhoeverAsks() {
        String path = "/api/guide/place/"
                + guide.json("/api/guide/search?q=park")
                        .path("results")
                        .path(0)
                        .path("id")
                        .asString() + "/feature";
        for (String accept : List.of("application/geo+json", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            assertThat(typeOf(path, accept)).as(accept).startsWith("application/geo+json");
        }
    }

    @Test
    void aPageIsRefusedInAFormItHasNotAndForgivesAStrokeAtItsEnd() {
        String parcel = guide.json("/api/guide/search?q=112/10")
                .path("results")
                .path(0)
                .path("path")
                .asString();
        String place = guide.json("/api/guide/search?q=park")
                .path("results")
                .path(0)
                .path("path")
                .asString();
        assertThat(get(parcel + "?f=xml").statusCode()).isEqualTo(400);
        assertThat(get(place + "?f=pdf").statusCode()).isEqualTo(400);
        assertThat(get(place + "?f=json").statusCode()).isEqualTo(200);
        HttpResponse<String> moved = get(parcel + "/?lang=en");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(parcel + "?lang=en"));
    }

    @Test
    void aPageTellsApartTheWaysOfWritingAPosition() {
        String path = guide.json("/api/guide/search?q=112/10")
                .path("results")
                .path(0)
                .path("path")
                .asString();
        assertThat(get(path + "?lang=tr", "Accept", "text/html").body())
                .contains(
                        "<dt>Enlem, boylam (WGS 84)</dt>",
                        "<dt>Derece, dakika, saniye (WGS 84)</dt>",
                        "<dt>TUREF / TM33 (sağa, yukarı, m)</dt>",
                        "<dt>UTM (doğu, kuzey, m)</dt>")
                .doesNotContain("UTM 36N");
    }

    @Test
    void theLanguageMayBeNamedOrAcceptedByEveryAnswer() {
        assertThat(get("/api/guide/search?q=&lang=tr").body()).contains("harf ya da rakamla");
        assertThat(get("/api/guide/search?q=&lang=en", "Accept-Language", "tr").body())
                .contains("letters or digits");
        JsonNode parcel =
                guide.json("/api/guide/search?q=112/10").path("results").path(0);
        String at = "/api/guide/at?lon=" + parcel.path("longitude") + "&lat=" + parcel.path("latitude");
        assertThat(get(at, "Accept-Language", "en").body()).contains("Parcels").doesNotContain("Parseller");
        assertThat(get(at).body()).contains("Parseller");
    }

    @Test
    void everyPathIsInTheDefinition() {
        JsonNode definition = guide.json("/api/guide/openapi");
        assertThat(definition.path("openapi").asString()).startsWith("3.0");
        assertThat(definition.path("paths").propertyNames())
                .contains(
                        "/search",
                        "/suggest",
                        "/place/{id}",
                        "/nearest",
                        "/duty",
                        "/parcel",
                        "/address/{id}",
                        "/convert",
                        "/reverse");
    }

    private String typeOf(String path, String accept) {
        return get(path, "Accept", accept).headers().firstValue("Content-Type").orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return guide.get(path, headers);
    }
}
