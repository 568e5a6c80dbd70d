package tr.kentatlas.spatial.store;

/** Which axis a CRS writes first; PostGIS always takes the easting (or longitude) first. */
public enum AxisOrder {
    EASTING_FIRST,
    NORTHING_FIRST
}
