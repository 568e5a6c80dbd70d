package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** All addresses a partner with buildings is answered at. */
record Channels(ExchangeCity city, List<String> recorded, List<String> others) {
    private static final String THEME = "abcdefghijkm";
    private static final String PICTURE =
            "/wms?SERVICE=WMS&VERSION=1.3.0&LAYERS=bina&STYLES=&CRS=CRS:84&BBOX=32.8,39.8,33.1,40.0&WIDTH=64&HEIGHT=64";
    /** What tells of features. */
    private static final List<String> RECORDED = List.of(
            "/exchange/changes",
            "/exchange/releases/1/bina.geojson",
            "/exchange/releases/1/bina.gpkg",
            "/ogc/collections/bina/items?limit=1",
            "/ogc/collections/bina/items?limit=1000",
            "/ogc/collections/bina/items?limit=1&f=html&lang=en",
            "/ogc/tiles/WebMercatorQuad/{tile}",
            "/ogc/collections/bina/tiles/WebMercatorQuad/{tile}",
            PICTURE + "&REQUEST=GetMap&FORMAT=image/png",
            PICTURE + "&REQUEST=GetFeatureInfo&QUERY_LAYERS=bina&I=4&J=4&INFO_FORMAT=application/json",
            "/api/guide/at?lon={lon}&lat={lat}&radius=100",
            "/api/thematic/" + THEME + "/tiles/{tile}",
            "/api/thematic/" + THEME + "/pdf");

    private static final List<String> OTHERS = List.of(
            "/exchange",
            "/exchange/statistics",
            "/ogc",
            "/ogc/collections",
            "/ogc/collections/bina",
            "/ogc/collections/bina/schema",
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities",
            "/api/thematic/" + THEME,
            "/api/thematic/" + THEME + "/sld");

    /** Of a city, which gets a thematic map of buildings for it. */
    static Channels of(ExchangeCity city) {
        city.database()
                .sql("INSERT INTO thematic.map (map_id, definition, state, owner, changed_by) VALUES"
                        + " (?, '{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\"}', 'shared', 'test', 'test')")
                .param(THEME)
                .update();
        return new Channels(city, placed(RECORDED, city), placed(OTHERS, city));
    }

    private static List<String> placed(List<String> addresses, ExchangeCity city) {
        String tile = city.tile();
        String[] place = city.building().split(",", -1);
        return addresses.stream()
                .map(address -> address.replace("{tile}", tile)
                        .replace("{lon}", place[0])
                        .replace("{lat}", place[1]))
                .toList();
    }

    /** First those whose answers are short: a long one may break off when the agreement ends meanwhile. */
    List<String> addresses() {
        return Stream.concat(others.stream(), recorded.stream()).toList();
    }

    /** Every one answers, so whatever is kept of its answers is kept. */
    void assertOpen(Partnership partner) {
        for (String address : addresses())
            assertThat(get(address, partner).statusCode()).as(address).isEqualTo(200);
    }

    /** None answers, and each says why. */
    void assertClosed(Partnership partner, int status, String reason) {
        for (String address : addresses()) {
            HttpResponse<String> answer = get(address, partner);
            assertThat(answer.statusCode()).as(address).isEqualTo(status);
            assertThat(answer.body()).as(address).contains(reason);
        }
    }

    HttpResponse<String> get(String address, Partnership partner) {
        return city.get(address, partner.header());
    }
}
