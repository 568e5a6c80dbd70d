package tr.kentatlas.spatial.quality;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.release.FrozenTypes;

/**
 * Writes a check out as statements on a release's frozen tables. Names come from the model only; values are bound.
 *
 * <p>Placeholders: {@code {type}} the table, {@code {column}} the attribute's column, {@code {each}} a lateral join that names each of its
 * values {@code v.value}, {@code {target}} the table a reference points to, {@code {objects}} all features as {@code (type, tucbs_no)},
 * {@code {class}} what makes two features of a type the same kind.
 */
final class CheckSql {
    /** One statement: named parameters with their values. */
    record Statement(String sql, Map<String, Object> parameters) {}

    private final FrozenTypes types;
    private final Map<String, Object> tolerances;
    private final Rule.Check check;

    CheckSql(FrozenTypes types, Rule rule, Rule.Check check) {
        this.types = types;
        this.check = check;
        this.tolerances =
                rule.tolerances().stream().collect(Collectors.toMap(Rule.Tolerance::name, Rule.Tolerance::value));
    }

    static Set<String> parameters(Rule.ForEach forEach) {
        return switch (forEach) {
            case ONCE -> Set.of("frozenAt");
            case TYPE, PLACE -> Set.of("type", "frozenAt");
            case GEOMETRY -> Set.of("type", "frozenAt", "attribute", "geometryTypes");
            case CODED_ATTRIBUTE -> Set.of("type", "frozenAt", "attribute", "codes");
            case REFERENCE -> Set.of("type", "frozenAt", "attribute");
        };
    }

    static Set<String> placeholders(Rule.ForEach forEach) {
        return switch (forEach) {
            case ONCE -> Set.of("objects");
            case TYPE, PLACE -> Set.of("type", "class", "objects");
            case GEOMETRY -> Set.of("type", "column");
            case CODED_ATTRIBUTE -> Set.of("type", "column", "each");
            case REFERENCE -> Set.of("type", "column", "each", "target");
        };
    }

    List<Statement> statements() {
        return switch (check.forEach()) {
            case ONCE ->
                types.byName().keySet().containsAll(check.types())
                        ? List.of(statement(Map.of("objects", objects()), Map.of("frozenAt", latest())))
                        : List.of();
            case TYPE -> wanted().map(this::ofType).toList();
            case PLACE ->
                wanted().filter(e -> e.type().geometry() != null)
                        .map(this::ofType)
                        .toList();
            case GEOMETRY -> wanted().flatMap(this::geometries).toList();
            case CODED_ATTRIBUTE ->
                wanted().flatMap(e -> attributes(e, AttributeType.CODE)
                                .filter(a -> check.lists().contains(list(e, a).extensibility()))
                                .map(a -> ofCode(e, a)))
                        .toList();
            case REFERENCE ->
                wanted().flatMap(e -> attributes(e, AttributeType.REFERENCE).map(a -> ofReference(e, a)))
                        .toList();
        };
    }

    private Stream<FrozenTypes.Entry> wanted() {
        return types.entries().stream()
                .filter(e -> check.types().isEmpty()
                        || check.types().contains(e.type().name()))
                .filter(e -> !check.except().contains(e.type().name()));
    }

    private Statement ofType(FrozenTypes.Entry entry) {
        return statement(
                Map.of("type", entry.type().name(), "class", sameKind(entry), "objects", objects()), base(entry));
    }

    private Stream<Statement> geometries(FrozenTypes.Entry entry) {
        List<Statement> found = new ArrayList<>();
        FeatureGeometry own = entry.type().geometry();
        if (own != null) found.add(ofGeometry(entry, FeatureGeometry.COLUMN, own.name(), own.type()));
        attributes(entry, AttributeType.GEOMETRY)
                .forEach(a -> found.add(ofGeometry(entry, a.column(), a.name(), a.geometryType())));
        return found.stream();
    }

    private Statement ofGeometry(
            FrozenTypes.Entry entry, String column, String name, @Nullable GeometryType geometryType) {
        Map<String, Object> parameters = base(entry);
        parameters.put("attribute", name);
        parameters.put("geometryTypes", allowed(Objects.requireNonNullElse(geometryType, GeometryType.GEOMETRY)));
        return statement(Map.of("type", entry.type().name(), "column", column), parameters);
    }

    private Statement ofCode(FrozenTypes.Entry entry, Attribute attribute) {
        Map<String, Object> parameters = base(entry);
        parameters.put("attribute", attribute.name());
        parameters.put(
                "codes",
                list(entry, attribute).inForce(day(entry)).stream()
                        .map(CodeList.Code::code)
                        .toArray(String[]::new));
        return statement(columns(entry, attribute), parameters);
    }

    /** The one the theme was frozen on, in the city. */
    private static LocalDate day(FrozenTypes.Entry entry) {
        return LocalDate.ofInstant(entry.snapshot().frozenAt(), CityTime.ZONE);
    }

    private Statement ofReference(FrozenTypes.Entry entry, Attribute attribute) {
        Map<String, Object> parameters = base(entry);
        parameters.put("attribute", attribute.name());
        Map<String, String> names = new HashMap<>(columns(entry, attribute));
        names.put("target", target(attribute));
        return statement(names, parameters);
    }

    private static Map<String, String> columns(FrozenTypes.Entry entry, Attribute attribute) {
        String values =
                attribute.isMany() ? "unnest(t." + attribute.column() + ")" : "(SELECT t." + attribute.column() + ")";
        return Map.of(
                "type", entry.type().name(),
                "column", attribute.column(),
                "each", "CROSS JOIN LATERAL " + values + " v(value)");
    }

    /** Where a reference may lead; one that may lead anywhere leads to all objects, one to a type that was not frozen nowhere. */
    private String target(Attribute attribute) {
        if (attribute.target() == null) return objects();
        return types.find(attribute.target()).isPresent()
                ? attribute.target()
                : "(SELECT NULL::uuid AS tucbs_no WHERE false)";
    }

    private String objects() {
        return types.byName().keySet().stream()
                .map(type -> "SELECT '" + type + "'::text AS type, tucbs_no FROM " + type)
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    /** Codes and references a feature must have tell its kind. */
    private static String sameKind(FrozenTypes.Entry entry) {
        return entry.type().attributes().stream()
                .filter(a -> a.multiplicity().required() && !a.isMany())
                .filter(a -> a.type() == AttributeType.CODE || a.type() == AttributeType.REFERENCE)
                .map(Attribute::column)
                .collect(Collectors.joining(", ", "ROW(", ")"));
    }

    private static Stream<Attribute> attributes(FrozenTypes.Entry entry, AttributeType type) {
        return entry.model().attributesOf(entry.type()).stream().filter(a -> a.type() == type);
    }

    private static CodeList list(FrozenTypes.Entry entry, Attribute attribute) {
        return entry.model().listOf(attribute).orElseThrow();
    }

    /** As {@code GeometryType()} of PostGIS spells them; a polygon is a multi-polygon of one. */
    private static String[] allowed(GeometryType type) {
        return switch (type) {
            case POINT -> new String[] {"POINT"};
            case LINE_STRING -> new String[] {"LINESTRING"};
            case MULTI_POLYGON -> new String[] {"MULTIPOLYGON", "POLYGON"};
            case GEOMETRY ->
                new String[] {"POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"};
        };
    }

    private Map<String, Object> base(FrozenTypes.Entry entry) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("type", entry.type().name());
        parameters.put("frozenAt", Timestamp.from(entry.snapshot().frozenAt()));
        return parameters;
    }

    private Timestamp latest() {
        return types.entries().stream()
                .filter(e -> check.types().contains(e.type().name()))
                .map(e -> Timestamp.from(e.snapshot().frozenAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Statement statement(Map<String, String> names, Map<String, ?> values) {
        String sql = check.sql();
        for (var name : names.entrySet()) sql = sql.replace('{' + name.getKey() + '}', name.getValue());
        Map<String, Object> parameters = new HashMap<>(tolerances);
        parameters.putAll(values);
        return new Statement(sql, parameters);
    }
}
