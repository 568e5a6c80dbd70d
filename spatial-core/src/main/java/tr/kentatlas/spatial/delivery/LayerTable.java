package tr.kentatlas.spatial.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.delivery.LayerProfile.Field;
import tr.kentatlas.spatial.delivery.LayerProfile.Layer;
import tr.kentatlas.spatial.delivery.LayerProfile.Pairs;
import tr.kentatlas.spatial.delivery.LayerProfile.Where;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.store.schema.Column;

/**
 * The SQL of one layer: a table partitioned by snapshot, whose name changes with its layout, and the view over what is served of it.
 * Names come from the profile and the model; values are bound.
 */
final class LayerTable {
    static final String SCHEMA = "tucbs_data";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String IDENTITY = "tucbsNo";

    private final LayerProfile profile;
    private final Layer layer;
    private final Model model;

    LayerTable(LayerProfile profile, Layer layer, Model model) {
        this.profile = profile;
        this.layer = layer;
        this.model = model;
    }

    /** A statement with its named parameters. */
    record Statement(String sql, Map<String, Object> parameters) {}

    Layer layer() {
        return layer;
    }

    /** The name of this layout; another list of columns, filter or type is another table. */
    String name() {
        CRC32 sum = new CRC32();
        sum.update((columns() + JSON.writeValueAsString(layer)).getBytes(StandardCharsets.UTF_8));
        return prefix() + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** What the names of all layouts of this layer begin with. */
    String prefix() {
        return layer.name().toLowerCase(Locale.ROOT) + "_";
    }

    String partition(long snapshot) {
        return name() + "_s" + snapshot;
    }

    String create() {
        return "CREATE TABLE " + SCHEMA + "." + name() + " (snapshot_id bigint NOT NULL, " + columns()
                + ") PARTITION BY LIST (snapshot_id)";
    }

    /** Makes a partition aside; {@link #attach} shows it. */
    List<String> createPartition(long snapshot) {
        String table = SCHEMA + "." + partition(snapshot);
        return List.of(
                "CREATE TABLE " + table + " (LIKE " + SCHEMA + "." + name() + ")",
                "ALTER TABLE " + table + " ADD CHECK (snapshot_id = " + snapshot + ")");
    }

    List<String> finishPartition(long snapshot) {
        String table = SCHEMA + "." + partition(snapshot);
        List<String> statements = layer.columns().stream()
                .filter(field -> typeOf(field).startsWith("geometry"))
                .map(field -> "CREATE INDEX ON " + table + " USING gist (" + quoted(field) + ")")
                .collect(Collectors.toCollection(ArrayList::new));
        statements.add("CREATE INDEX ON " + table + " (" + '"' + IDENTITY + "\")");
        statements.add("ANALYZE " + table);
        return statements;
    }

    String attach(long snapshot) {
        return "ALTER TABLE " + SCHEMA + "." + name() + " ATTACH PARTITION " + SCHEMA + "." + partition(snapshot)
                + " FOR VALUES IN (" + snapshot + ")";
    }

    /** Copies a snapshot's features; an attribute its model does not have is empty. */
    Statement fill(FrozenTypes.Entry entry) {
        Map<String, Object> parameters = new HashMap<>();
        String values = layer.columns().stream()
                .map(field -> value(field, entry, parameters))
                .collect(Collectors.joining(", "));
        long snapshot = entry.snapshot().id();
        String sql = "INSERT INTO " + SCHEMA + "." + partition(snapshot) + " SELECT " + snapshot + ", " + values
                + " FROM " + entry.table().name() + " t" + filter(entry, parameters) + " ORDER BY t.sira";
        return new Statement(sql, parameters);
    }

    /** The view of what is served; one statement sees one release, since it reads the pointer once. */
    String view() {
        String columns = layer.columns().stream().map(LayerTable::quoted).collect(Collectors.joining(", "));
        return "CREATE VIEW " + viewName() + " AS SELECT " + columns + " FROM " + SCHEMA + "." + name()
                + " WHERE snapshot_id = (SELECT c.snapshot_id FROM release.pointer p JOIN release.content c USING (release_no)"
                + " JOIN release.snapshot s USING (snapshot_id) WHERE s.row_counts ? '" + layer.type() + "')";
    }

    String viewName() {
        return profile.schema() + ".\"" + layer.name() + '"';
    }

    private String columns() {
        return layer.columns().stream()
                .map(field -> quoted(field) + " " + typeOf(field))
                .collect(Collectors.joining(", "));
    }

    private String typeOf(Field field) {
        if (field.name().equals(IDENTITY)) return AttributeType.UUID.sqlName();
        if (field.emptyBecause() != null)
            return Objects.requireNonNull(field.type(), field.name()).sqlName();
        if (isPlace(field, model)) return "geometry(Geometry," + profile.srid() + ")";
        Attribute attribute = attribute(field.attribute(), model)
                .orElseThrow(() -> new IllegalStateException(
                        layer.name() + ": " + layer.type() + " has no attribute " + field.attribute()));
        return Column.of(attribute, profile.srid()).type();
    }

    private String value(Field field, FrozenTypes.Entry entry, Map<String, Object> parameters) {
        if (field.name().equals(IDENTITY)) return "t.tucbs_no";
        if (field.emptyBecause() != null) return "NULL";
        if (isPlace(field, entry.model())) return transformed(FeatureGeometry.COLUMN);
        Optional<Attribute> attribute = attribute(field.attribute(), entry.model());
        if (attribute.isEmpty()) return "NULL";
        String column = attribute.get().column();
        if (attribute.get().type() == AttributeType.GEOMETRY) return transformed(column);
        if (field.pairs() != null) return pairs(field.pairs(), column, entry.model());
        return field.as() == null ? "t." + column : title(attribute.get(), entry.model(), parameters);
    }

    private String transformed(String column) {
        return "ST_Transform(t." + column + ", " + profile.srid() + ")";
    }

    /** Codes are constants of the profile, without quotes in them; what a column tells counts, whatever the list says of it. */
    private String pairs(Pairs pairs, String listed, Model of) {
        StringJoiner own = new StringJoiner(", ", "array_remove(ARRAY[", "]::text[], NULL)");
        StringJoiner further = new StringJoiner(" ", "CASE g.code WHEN '' THEN false ", " ELSE g.code IS NOT NULL END");
        pairs.of()
                .forEach((code, name) -> attribute(name, of).ifPresent(attribute -> {
                    own.add("'" + code + "=' || t." + attribute.column());
                    further.add("WHEN '" + code + "' THEN t." + attribute.column() + " IS NULL");
                }));
        String value = attribute(pairs.values(), of).map(a -> "t." + a.column()).orElse("NULL::text[]");
        return "NULLIF(" + own + " || ARRAY(SELECT g.code || coalesce('=' || g.value, '') FROM unnest(t." + listed
                + ", " + value + ") WITH ORDINALITY g (code, value, n) WHERE " + further + " ORDER BY g.n), '{}')";
    }

    private static String title(Attribute attribute, Model model, Map<String, Object> parameters) {
        CodeList list = model.listOf(attribute).orElseThrow();
        String titles = "titles_" + attribute.column();
        parameters.put(
                titles,
                JSON.writeValueAsString(list.codes().stream()
                        .collect(Collectors.toMap(
                                CodeList.Code::code, code -> code.title().tr()))));
        return "coalesce(CAST(:" + titles + " AS jsonb) ->> t." + attribute.column() + ", t." + attribute.column()
                + ")";
    }

    private String filter(FrozenTypes.Entry entry, Map<String, Object> parameters) {
        Where where = layer.where();
        if (where == null) return "";
        Optional<Attribute> attribute = attribute(where.attribute(), entry.model());
        if (attribute.isEmpty()) return " WHERE false";
        parameters.put("wanted", where.values().toArray(String[]::new));
        return " WHERE t." + attribute.get().column() + " = ANY (:wanted)";
    }

    private boolean isPlace(Field field, Model of) {
        FeatureGeometry geometry = of.get(layer.type()).geometry();
        return geometry != null && geometry.name().equals(field.attribute());
    }

    private Optional<Attribute> attribute(String name, Model of) {
        return Optional.ofNullable(of.byName(of.get(layer.type())).get(name));
    }

    private static String quoted(Field field) {
        return '"' + field.name() + '"';
    }
}
