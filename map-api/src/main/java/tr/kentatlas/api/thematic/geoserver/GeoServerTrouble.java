package tr.kentatlas.api.thematic.geoserver;

/** GeoServer did not do what it was asked to; the message says what and how to mend it, for the operator. */
public final class GeoServerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GeoServerTrouble(String message) {
        super(message);
    }

    GeoServerTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
