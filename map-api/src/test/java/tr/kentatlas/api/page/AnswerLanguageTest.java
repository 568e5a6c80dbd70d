package tr.kentatlas.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Every answer is in the language its reader asks for, by the address or as browsers do; in Turkish where none is asked for. */
class AnswerLanguageTest {
    private static final String MAP =
            URLEncoder.encode("{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\"}", StandardCharsets.UTF_8);
    private static final String LEGEND =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=kamu_hizmeti";
    private static final String CAPABILITIES = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";

    private final DeskCity city = DeskCity.shared();
    private final DeskClient planner = city.signedIn(Role.PLANNER, Role.NUMBERING);

    @Test
    void aTableOfPlanningIsInTheLanguageAskedFor() {
        assertSpoken(
                address -> planner.post(
                        "/api/desk/planning/statistics.csv" + address, "{\"type\":\"bina\",\"neighbourhoods\":true}"),
                "\"yayın\";",
                "\"release\",");
    }

    @Test
    void whatAMapServiceHasIsToldInTheLanguageAskedFor() {
        assertSpoken(
                address -> planner.get(CAPABILITIES + address.replace('?', '&')),
                "<Title>Binalar</Title>",
                "<Title>Buildings</Title>");
        planner.speaking("en");
        assertThat(planner.get(CAPABILITIES + "&LANGUAGE=tr").body()).contains("<Title>Binalar</Title>");
        assertThat(planner.get(CAPABILITIES).headers().allValues("Vary").toString())
                .contains("Accept-Language");
    }

    @Test
    void aLegendInAnotherLanguageIsNotTheOneKnown() {
        assertThat(planner.speaking("en").get(LEGEND).headers().firstValue("ETag"))
                .isNotEqualTo(planner.speaking("tr").get(LEGEND).headers().firstValue("ETag"));
    }

    @Test
    void aPrintedMapIsInTheLanguageAskedFor() {
        String address = "/api/desk/thematic/preview/pdf?map=" + MAP;
        int turkish = planner.bytes(address).body().length;
        assertThat(planner.speaking("tr").bytes(address + "&lang=en").body().length)
                .isNotEqualTo(turkish);
        assertThat(planner.speaking("en").bytes(address).body().length).isNotEqualTo(turkish);
    }

    @Test
    void theRegistrysPagesSpeakAsTheOthersDo() {
        city.database()
                .sql(
                        "INSERT INTO registry.outbox (level, action, local, neighbourhood, state, result, queued_by, reason)"
                                + " VALUES ('building', 'put', gen_random_uuid(), 1, 'cancelled', 'OK', 'deneme', 'deneme')")
                .update();
        assertSpoken(
                address -> planner.get("/api/desk/registry/outbox" + address),
                "\"meaning\":\"yapıldı\"",
                "\"meaning\":\"done\"");
    }

    private void assertSpoken(Function<String, HttpResponse<String>> ask, String turkish, String english) {
        planner.speaking("");
        assertThat(ask.apply("").body()).as("nothing asked for").contains(turkish);
        assertThat(ask.apply("?lang=en").body()).as("by the address").contains(english);
        planner.speaking("en-GB,en;q=0.9,tr;q=0.8");
        assertThat(ask.apply("").body()).as("as browsers do").contains(english);
        assertThat(ask.apply("?lang=tr").body()).as("the address goes first").contains(turkish);
    }
}
