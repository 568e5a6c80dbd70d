package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub.Fault;
import tr.kentatlas.api.thematic.geoserver.SetUpCity;

/** GeoServer cannot enforce a grant: what is asked with a partner's key never reaches it, and one that is silent is asked once. */
class GeoServerGrantTest {
    private static final String MAP =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&FORMAT=image/png&WIDTH=64&HEIGHT=64&CRS=CRS:84&BBOX=";

    @Test
    void aPartnersPictureIsDrawnHereAndAVisitorsThere() {
        GeoServerStub stub = new GeoServerStub();
        try (ExchangeCity city =
                        new ExchangeCity(Map.of("kent.geoserver.url", stub.url(), "kent.geoserver.patience", "400ms"));
                SetUpCity geoServer = new SetUpCity(city.owner(), stub)) {
            geoServer.apply();
            String map = MAP + box(city);
            ExchangeCity.Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
            stub.forgetRequests();
            assertThat(city.bytes(map, partner.header()).headers().firstValue("Content-Type"))
                    .hasValue("image/png");
            assertThat(stub.requests()).isEmpty();
            byte[] theirs = city.bytes(map).body();
            assertThat(stub.requests()).hasSize(1);
            stub.fail("GetMap", Fault.HANG);
            byte[] ours = city.bytes(map).body();
            assertThat(ours).isNotEqualTo(theirs);
            for (int i = 0; i < 5; i++) assertThat(city.bytes(map).body()).isEqualTo(ours);
            assertThat(stub.requests()).hasSize(2);
        }
    }

    private static String box(ExchangeCity city) {
        var extent = city.edition().current().extent();
        return extent.getMinX() + "," + extent.getMinY() + "," + extent.getMaxX() + "," + extent.getMaxY();
    }
}
