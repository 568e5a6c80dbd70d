package tr.kentatlas.api.thematic.geoserver;

/**
 * Something that is not as it should be in GeoServer.
 *
 * @param mend what to do about it
 */
public record Finding(String what, String mend) {}
