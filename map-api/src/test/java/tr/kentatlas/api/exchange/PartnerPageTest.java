package tr.kentatlas.api.exchange;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.TermsJson;
import tr.kentatlas.api.page.Browser;

/** The partners' page in a real browser. */
class PartnerPageTest {

    @Test
    void aPartnersPeopleSeeTheirCatalogueAndTheirUse() throws Exception {
        try (ExchangeCity city = new ExchangeCity()) {
            city.publish("bina");
            Draft draft = city.draft();
            draft.layer("bina", List.of("zeminUstuKatSayisi", "adi"))
                    .putObject("area")
                    .put("policy", "within")
                    .set("shape", TermsJson.shape(new GeometryFactory().toGeometry(half(city))));
            draft.layer("numarataj", List.of("kapiNumarasi"));
            Partnership partner = city.partner(draft);
            Browser.run("partner", city.url(), Map.of("PARTNER_KEY", partner.key()));
        }
    }

    private static Envelope half(ExchangeCity city) {
        Envelope all = city.edition().current().extent();
        return new Envelope(all.getMinX(), all.centre().x, all.getMinY(), all.getMaxY());
    }
}
