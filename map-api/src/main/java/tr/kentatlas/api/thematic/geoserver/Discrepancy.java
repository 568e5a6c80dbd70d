package tr.kentatlas.api.thematic.geoserver;

/**
 * Something that is not as it should be in GeoServer.
 *
 * @param mend what to do about it
 */
public record Discrepancy(String what, String mend) {}
