package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.receipt.Receivers;
import tr.kentatlas.api.ops.jobs.Job;

/** Who received a feature, by what, under which agreement, and which fields of it; and which answers the audit tells of. */
class ReceivedTest {
    private static final String PICTURE =
            "/wms?SERVICE=WMS&VERSION=1.3.0&LAYERS=bina&STYLES=&CRS=CRS:84&BBOX=32.8,39.8,33.1,40.0&WIDTH=64&HEIGHT=64";

    private static ExchangeCity city;

    @BeforeAll
    static void open() {
        city = new ExchangeCity();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void byNameWhereAFeatureWasNamedAndByPlaceWhereItWasDrawn() {
        Partnership named = city.partner("zeminUstuKatSayisi = 3");
        Partnership drawn = city.partner("zeminUstuKatSayisi = 3");
        Partnership others = city.partner("zeminUstuKatSayisi = 4");
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
                        tuple(named.agreement().number(), "items"),
                        tuple(drawn.agreement().number(), "wms"));
        assertThat(city.bean(Receivers.class).of("bina", first))
                .allSatisfy(receiver -> assertThat(receiver.fields()).containsExactly("zeminUstuKatSayisi"));
    }

    @Test
    void whatWasReceivedOfOneReleaseIsNotOverwrittenByAnother() {
        Partnership partner = city.partner("zeminUstuKatSayisi = 5");
        city.publish();
        String id = "";
        for (int release : new int[] {1, 2, 1}) {
            id = city.json("/ogc/collections/bina/items?limit=1&release=" + release, partner)
                    .path("features")
                    .path(0)
                    .path("id")
                    .asString();
            city.ship();
        }
        city.rollback();
        assertThat(city.bean(Receivers.class).of("bina", UUID.fromString(id)))
                .filteredOn(one -> one.agreement().equals(partner.agreement().number()))
                .extracting(Receivers.Receiver::release)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void everyAnswerWithMoreThanIsPublicIsInTheAuditOnceAndEveryPictureInTheStatement() throws Exception {
        Partnership partner =
                city.partner(city.draft().with("ground", "KVKK m. 5/2-ç").sharing("bina", "BO_isyeriSayisi"));
        assertThat(audited(partner)).containsExactly("read.items", "read.tiles", "read.wms", "read.wms");
        assertThat(statement(partner)).contains("items", "wms");
    }

    @Test
    void whatEverybodyMayReadIsInTheStatementOnly() throws Exception {
        Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        assertThat(audited(partner)).isEmpty();
        assertThat(statement(partner)).contains("items", "wms");
    }

    private static List<String> audited(Partnership partner) throws Exception {
        for (String channel : List.of(
                "/ogc/collections/bina/items?limit=1",
                "/ogc/collections/bina/tiles/WebMercatorQuad/" + city.tile(),
                PICTURE + "&REQUEST=GetMap&FORMAT=image/png",
                PICTURE + "&REQUEST=GetFeatureInfo&QUERY_LAYERS=bina&I=4&J=4&INFO_FORMAT=application/json"))
            assertThat(city.get(channel, partner.header()).statusCode()).isEqualTo(200);
        for (Job each : city.jobs("audit-to-database")) each.run();
        return city.database()
                .sql("SELECT action FROM access.audit WHERE caller LIKE ? ORDER BY action")
                .param(partner.agreement().number() + " %")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<String> statement(Partnership partner) {
        return city.json("/exchange/statistics", partner)
                .path("use")
                .valueStream()
                .map(use -> use.path("channel").asString())
                .toList();
    }
}
