package tr.kentatlas.api.exchange;

import java.util.List;

/** An address of each channel a partner's key opens; {@code {tile}} stands for a tile with something on it. */
final class KeyedAddresses {
    static final List<String> ALL = List.of(
            "/exchange",
            "/exchange/statistics",
            "/exchange/changes",
            "/exchange/releases/1/bina.geojson",
            "/exchange/releases/1/bina.gpkg",
            "/ogc/collections",
            "/ogc/collections/bina/items?limit=1",
            "/ogc/collections/bina/tiles/WebMercatorQuad/{tile}",
            picture("GetMap", "CRS:84", "&FORMAT=image/png"),
            picture("GetFeatureInfo", "CRS:84", "&QUERY_LAYERS=bina&I=4&J=4&INFO_FORMAT=application/json"));

    private KeyedAddresses() {}

    private static String picture(String request, String crs, String more) {
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=" + request + "&LAYERS=bina&STYLES=&CRS=" + crs
                + "&BBOX=32.8,39.8,33.1,40.0&WIDTH=64&HEIGHT=64" + more;
    }
}
