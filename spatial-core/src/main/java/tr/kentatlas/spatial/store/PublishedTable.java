package tr.kentatlas.spatial.store;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Institutions;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.row.PropertiesJson;
import tr.kentatlas.spatial.store.schema.Column;

/**
 * The table of one feature type in one snapshot, for one wall: {@code yayin_<n>.<type>} with everything, or {@code acik_<n>.<type>}
 * with what the public may see and nothing else.
 *
 * <p>Beside the model's columns it holds what is dear to compute at reading time: {@code sira}, the feature's place on the
 * Hilbert curve; {@code geojson} in CRS84; {@code grid} and {@code gbox}, the geometry and its box on the world grid of the tiles;
 * {@code reach}, the longer side of its box in metres; {@code properties}, all its attributes as a JSON object. Beside the table of a type
 * with place stands a narrow one for tiles, {@code <type>_karo}: the same features with all attributes, gathered into {@link
 * tr.kentatlas.spatial.tile.TileBlock}s. Properties and blocks are read by whoever may see every column, and by nobody else.
 */
public record PublishedTable(Wall wall, long snapshot, FeatureType type, List<Attribute> attributes) {

    /** Who reads the table: its schema's prefix and the database role that may. */
    public enum Wall {
        /** The public copies. */
        ACIK("acik_", "kent_acik"),
        /** Everything published, for staff and partners. */
        YAYIN("yayin_", "kent_yayin");

        private final String prefix;
        private final String role;

        Wall(String prefix, String role) {
            this.prefix = prefix;
            this.role = role;
        }

        public String role() {
            return role;
        }

        public String schema(long snapshot) {
            return prefix + snapshot;
        }
    }

    public PublishedTable {
        attributes = List.copyOf(attributes);
    }

    /** Everything that was frozen of a type. */
    public static PublishedTable full(Model model, FeatureType type, long snapshot) {
        return new PublishedTable(Wall.YAYIN, snapshot, type, model.attributesOf(type));
    }

    /** What of it is public. */
    public static PublishedTable open(Model model, FeatureType type, long snapshot) {
        List<Attribute> open =
                model.attributesOf(type).stream().filter(Attribute::isPublic).toList();
        return new PublishedTable(Wall.ACIK, snapshot, type, open);
    }

    public String schema() {
        return wall.schema(snapshot);
    }

    /** Qualified name; made of the model's checked names and a number only. */
    public String name() {
        return schema() + "." + type.name();
    }

    public boolean hasGeometry() {
        return type.geometry() != null;
    }

    /** Rows stay in one piece: what is asked for most is their widest columns, and fetching those apart costs more than reading. */
    public String create(int srid) {
        Stream<String> own = Stream.concat(
                Stream.of("sira bigint NOT NULL", "tucbs_no uuid NOT NULL"),
                attributes.stream()
                        .map(a -> a.column() + " " + Column.of(a, srid).type()));
        Stream<String> place = hasGeometry()
                ? Stream.of(
                        FeatureGeometry.COLUMN + " geometry(Geometry," + srid + ")",
                        "geojson text",
                        "reach real",
                        "gbox box",
                        "grid bytea")
                : Stream.empty();
        String columns = Stream.of(own, place, Stream.of(PropertiesJson.COLUMN + " bytea"))
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        String whole = ") WITH (toast_tuple_target = 8160);";
        return "CREATE TABLE " + name() + " (" + columns + whole
                + (hasGeometry() ? "CREATE TABLE " + tileTable() + " (gbox box, reach real, block bytea" + whole : "");
    }

    /** All columns in order: what is taken over as it is, the place on the grid, the properties. */
    public List<String> columns() {
        List<String> grid = hasGeometry() ? List.of("gbox", "grid") : List.of();
        return Stream.of(stored(), grid, List.of(PropertiesJson.COLUMN))
                .flatMap(List::stream)
                .toList();
    }

    /** Qualified name of the table of blocks for tiles; only a type with place has one. */
    public String tileTable() {
        return name() + "_karo";
    }

    /** The columns a row brings along from the working data. */
    public List<String> stored() {
        Stream<String> own =
                Stream.concat(Stream.of("sira", "tucbs_no"), attributes.stream().map(Attribute::column));
        Stream<String> place = hasGeometry() ? Stream.of(FeatureGeometry.COLUMN, "geojson", "reach") : Stream.empty();
        return Stream.concat(own, place).toList();
    }

    /** What to run when the rows are in. */
    public List<String> finish() {
        Stream<String> keys = Stream.of(
                "ALTER TABLE " + name() + " ADD PRIMARY KEY (sira)",
                "CREATE UNIQUE INDEX ON " + name() + " (tucbs_no)");
        Stream<String> place = hasGeometry()
                ? Stream.of(
                        "CREATE INDEX ON " + name() + " USING gist (" + FeatureGeometry.COLUMN + ")",
                        "CREATE INDEX ON " + name() + " USING gist (gbox)",
                        "CREATE INDEX ON " + tileTable() + " USING gist (gbox)",
                        "ANALYZE " + tileTable())
                : Stream.empty();
        return Stream.of(keys, place, Stream.of("ANALYZE " + name()))
                .flatMap(s -> s)
                .toList();
    }

    /** What a copy takes from the full table, hidden values left out: all columns but the properties, then second geometries as GeoJSON. */
    public String selectPublic(Model model) {
        Stream<String> seconds = geometries().stream().map(Attribute::column).map(PropertiesJson::geometry);
        return Stream.concat(select(a -> true, model), seconds).collect(Collectors.joining(", "));
    }

    /** Its rows with these attributes as the public sees them, without the encoded properties. */
    String shown(Set<String> asPublic, Model model) {
        return select(attribute -> asPublic.contains(attribute.name()), model)
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + name() + ")"));
    }

    private Stream<String> select(Predicate<Attribute> asPublic, Model model) {
        Stream<String> own =
                attributes.stream().map(a -> asPublic.test(a) && !a.isFullyPublic() ? shown(a, model) : a.column());
        Stream<String> place =
                hasGeometry() ? Stream.of(FeatureGeometry.COLUMN, "geojson", "reach", "gbox", "grid") : Stream.empty();
        return Stream.of(Stream.of("sira", "tucbs_no"), own, place).flatMap(s -> s);
    }

    /** Second geometries of the type. */
    public List<Attribute> geometries() {
        return attributes.stream()
                .filter(a -> a.type() == AttributeType.GEOMETRY)
                .toList();
    }

    private static String shown(Attribute attribute, Model model) {
        Institutions only = attribute.onlyOf();
        String value = withoutHidden(attribute, model);
        String shown = only == null ? value : "CASE WHEN " + isOf(only) + " THEN " + value + " END";
        return shown + " AS " + attribute.column();
    }

    private static String isOf(Institutions institutions) {
        return "coalesce(" + String.join(", ", institutions.columns()) + ") IN ('"
                + String.join("', '", institutions.codes()) + "')";
    }

    private static String withoutHidden(Attribute attribute, Model model) {
        String column = attribute.column();
        if (attribute.hiddenValues().isEmpty()) return column;
        return attribute.hiddenValues().stream()
                .map(hidden -> " WHEN " + instead(attribute, hidden, model))
                .collect(Collectors.joining("", "CASE " + column, " ELSE " + column + " END"));
    }

    private static String instead(Attribute attribute, String hidden, Model model) {
        return model.listOf(attribute)
                .map(list -> "'" + hidden + "' THEN '" + list.broadest(hidden) + "'")
                .orElse(hidden + " THEN NULL");
    }
}
