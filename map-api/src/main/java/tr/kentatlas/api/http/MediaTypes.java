package tr.kentatlas.api.http;

/** Media types of the OGC APIs. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String GEOJSON = "application/geo+json";
    public static final String HTML = "text/html";
    public static final String SCHEMA = "application/schema+json";
    public static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    public static final String TILE = "application/vnd.mapbox-vector-tile";

    private MediaTypes() {}
}
