package tr.kentatlas.spatial.store.thematic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * What another map server is given of a type: its geometry, {@value #VALUE} and {@value #CLASS}, so that no style there can read more
 * than it needs.
 */
public final class MapViewSql {
    /** The number of the class or look of a feature. */
    public static final String CLASS = "sinif";

    /** What a feature is classed by. */
    public static final String VALUE = "deger";

    private MapViewSql() {}

    /** Which part of an attribute decides how a feature looks. */
    public enum Use {
        VALUE,
        /** Only whether it has one. */
        PRESENCE
    }

    /** An attribute that decides how a feature looks. */
    public record Field(Attribute attribute, Use use) {
        private String sql() {
            String column = attribute.column();
            return use == Use.VALUE ? column + "::text" : "(CASE WHEN " + column + " IS NULL THEN NULL ELSE 't' END)";
        }
    }

    /** The features of a thematic map with value and class. */
    public static GrantedSql classed(Edition edition, VisibleType type, FeatureQuery query, Classes classes) {
        return GrantedRows.of(edition, type, query).select(columns(FeatureGeometry.COLUMN, type, classes));
    }

    /** Some features with value and class, by their identity. */
    static GrantedSql classed(Edition edition, VisibleType type, List<UUID> features, Classes classes) {
        List<SqlFragment> any =
                features.stream().map(id -> SqlFragment.of("tucbs_no = ?", id)).toList();
        return GrantedRows.of(edition, type).where(SqlFragment.or(any)).select(columns("tucbs_no", type, classes));
    }

    private static SqlFragment columns(String first, VisibleType type, Classes classes) {
        ClassSql theme = new ClassSql(type);
        SqlFragment value = switch (classes) {
            case Classes.Limits limits -> theme.number(limits.measure());
            case Classes.Codes codes -> theme.code(codes.property());
        };
        return value.between(first + ", (", ") AS " + VALUE + ", ")
                .join("(", theme.classOf(classes))
                .between("", ")::integer AS " + CLASS);
    }

    /** Each combination of values there is among the features, as texts and as they are. */
    public static GrantedSql combinations(Edition edition, VisibleType type, List<Field> fields) {
        String texts = fields.stream().map(Field::sql).collect(Collectors.joining(", "));
        String plain = fields.stream()
                .map(f -> f.use() == Use.PRESENCE ? f.sql() : plain(f.attribute()))
                .collect(Collectors.joining(", "));
        return GrantedRows.of(edition, type).select("DISTINCT " + texts + ", " + plain);
    }

    /**
     * The features of a type, each with the number of its look.
     *
     * @param looks the number that belongs to each combination of values
     */
    public static GrantedSql looks(
            Edition edition, VisibleType type, List<Field> fields, Map<List<Optional<String>>, Integer> looks) {
        List<SqlFragment> cases = new ArrayList<>();
        looks.forEach((values, number) -> cases.add(when(fields, values, number)));
        SqlFragment look = fields.isEmpty() || cases.isEmpty()
                ? SqlFragment.of("0")
                : SqlFragment.join("", cases).between("CASE", " END");
        return GrantedRows.of(edition, type)
                .select(look.between(FeatureGeometry.COLUMN + ", (", ")::integer AS " + CLASS));
    }

    private static SqlFragment when(List<Field> fields, List<Optional<String>> values, int number) {
        List<SqlFragment> same = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i).sql();
            same.add(values.get(i)
                    .map(value -> SqlFragment.of(field + " = ?::text", value))
                    .orElseGet(() -> SqlFragment.of(field + " IS NULL")));
        }
        return SqlFragment.and(same).between(" WHEN ", " THEN " + number);
    }

    private static String plain(Attribute attribute) {
        return switch (attribute.type()) {
            case INTEGER, LONG, DECIMAL, BOOLEAN -> attribute.column();
            default -> attribute.column() + "::text";
        };
    }
}
