package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.TermsJson;

/** The partners' page in a real browser. */
class PartnerPageTest {

    @Test
    void aPartnersPeopleSeeTheirCatalogueAndTheirUse() throws Exception {
        try (ExchangeCity city = new ExchangeCity()) {
            Draft draft = city.draft();
            draft.layer("bina", List.of("zeminUstuKatSayisi", "adi"))
                    .putObject("area")
                    .put("policy", "within")
                    .set("shape", TermsJson.shape(new GeometryFactory().toGeometry(half(city))));
            draft.layer("numarataj", List.of("kapiNumarasi"));
            Partnership partner = city.partner(draft);
            ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/partner.test.mjs")
                    .directory(Path.of("src/main/web").toFile())
                    .redirectErrorStream(true);
            browser.environment().putAll(Map.of("BASE_URL", city.url(), "PARTNER_KEY", partner.key()));
            Process run = browser.start();
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
        }
    }

    private static Envelope half(ExchangeCity city) {
        Envelope all = city.edition().current().extent();
        return new Envelope(all.getMinX(), all.centre().x, all.getMinY(), all.getMaxY());
    }
}
