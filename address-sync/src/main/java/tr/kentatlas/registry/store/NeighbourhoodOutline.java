package tr.kentatlas.registry.store;

/**
 * Where a neighbourhood is.
 *
 * @param geometry GeoJSON, simplified to about five metres
 */
public record NeighbourhoodOutline(long code, String name, String geometry) {}
