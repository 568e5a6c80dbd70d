package tr.kentatlas.spatial.model;

/** The geometry of a feature type: its official attribute name ({@code geometri}, {@code konum}, …) and type; its column is always {@code geom}. */
public record FeatureGeometry(String name, GeometryType type, Certainty certainty) {
    public static final String COLUMN = "geom";
}
