package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.receipt.Receivers;

/** Who received a feature, by what, under which agreement, and which fields of it. */
class ReceivedTest {
    private static ExchangeCity city;

    @BeforeAll
    static void open() {
        city = new ExchangeCity();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static Partnership partner(String rows) {
        var draft = city.draft();
        draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", rows);
        return city.partner(draft);
    }

    @Test
    void byNameWhereAFeatureWasNamedAndByPlaceWhereItWasDrawn() {
        Partnership named = partner("zeminUstuKatSayisi = 3");
        Partnership drawn = partner("zeminUstuKatSayisi = 3");
        Partnership others = partner("zeminUstuKatSayisi = 4");
        var features = city.json("/ogc/collections/bina/items?limit=2", named).path("features");
        UUID first = UUID.fromString(features.path(0).path("id").asString());
        String box = "32.0,39.0,34.0,41.0";
        for (Partnership partner : List.of(drawn, others))
            city.bytes(
                    "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=CRS:84&BBOX=" + box
                            + "&WIDTH=64&HEIGHT=64&FORMAT=image/png",
                    partner.header());
        city.ship();
        assertThat(city.bean(Receivers.class).of("bina", first))
                .as("a picture of other buildings showed this one to nobody")
                .extracting(Receivers.Receiver::agreement, Receivers.Receiver::channel)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(named.agreement().number(), "items"),
                        org.assertj.core.groups.Tuple.tuple(drawn.agreement().number(), "wms"));
        assertThat(city.bean(Receivers.class).of("bina", first))
                .allSatisfy(receiver -> assertThat(receiver.fields()).containsExactly("zeminUstuKatSayisi"));
    }
}
