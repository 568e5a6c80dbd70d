package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.testsupport.Patience;

/** A legend counts features, and a printed map shows them: both are reads, for whoever sees more than everybody. */
class MapAuditTest {
    private static final String COST = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"title\":\"Deneme\"}";

    private final DeskCity city = DeskCity.shared();
    private final DeskClient auditor = city.signedIn(Role.AUDITOR);

    @Test
    void aLegendIsRecordedWithItsCountAndItsMap() {
        DeskCity.Somebody planner = city.somebody(Role.PLANNER);
        JsonNode legend = signedIn(planner)
                .json("/api/desk/thematic/preview?map=" + encoded(COST))
                .path("legend");
        JsonNode entry = found("caller=" + planner.account() + "&action=read.legend");
        assertThat(entry.path("subject").asString()).isEqualTo("bina");
        assertThat(entry.path("count").asLong())
                .isEqualTo(legend.path("total").asLong())
                .isPositive();
        assertThat(entry.path("detail").asString()).contains("zeminUstuKatSayisi");
    }

    @Test
    void aPrintedMapIsRecordedWithTheTypesItShows() {
        DeskCity.Somebody planner = city.somebody(Role.PLANNER);
        byte[] pdf = signedIn(planner)
                .bytes("/api/desk/thematic/preview/pdf?map=" + encoded(COST))
                .body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        JsonNode entry = found("caller=" + planner.account() + "&action=read.pdf");
        assertThat(entry.path("subject").asString()).isEqualTo("bina");
        assertThat(entry.path("release").asInt()).isEqualTo(1);
        assertThat(entry.path("detail").asString()).contains("A4_LANDSCAPE", "idari_birim");
    }

    @Test
    void aLegendOfTheMapServiceIsRecordedForTheOperatorAndNotForAVisitor() {
        DeskClient planner = city.signedIn(Role.PLANNER);
        String id =
                planner.call("POST", "/api/desk/thematic", COST).body().replaceAll("(?s).*\"id\":\"(\\w+)\".*", "$1");
        planner.post(
                "/api/desk/thematic/" + id + "/state",
                "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}");
        String legend = "/wms?REQUEST=GetLegendGraphic&VERSION=1.3.0&FORMAT=image/png&LAYER=theme:" + id;
        new DeskClient(city.url()).get(legend);
        auditor.send(HttpRequest.newBuilder(URI.create(city.url() + legend))
                .header("Authorization", "Bearer " + SmallCity.ADMIN_KEY)
                .build());
        assertThat(found("caller=operator&action=read.legend").path("detail").asString())
                .contains("theme:" + id);
        assertThat(auditor.json("/api/desk/audit?kind=visitor").path("entries")).isEmpty();
    }

    private DeskClient signedIn(DeskCity.Somebody somebody) {
        DeskClient client = new DeskClient(city.url());
        client.signIn(somebody.account(), somebody.password());
        return client;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The newest entry of a search, once the journal has been shipped. */
    private JsonNode found(String search) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            JsonNode entries = auditor.json("/api/desk/audit?" + search).path("entries");
            if (!entries.isEmpty() || Instant.now().isAfter(end)) return entries.path(0);
            Patience.aMoment();
        }
    }
}
