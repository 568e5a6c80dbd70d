package tr.kentatlas.spatial.model;

/** Geometry types of OGC 06-103r4 (Simple Features) that the model uses; {@code GEOMETRY} where the standard allows any. */
public enum GeometryType {
    POINT("Point"),
    LINE_STRING("LineString"),
    MULTI_POLYGON("MultiPolygon"),
    GEOMETRY("Geometry");

    private final String sqlName;

    GeometryType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** The name PostGIS and GeoJSON use. */
    public String sqlName() {
        return sqlName;
    }
}
