package tr.kentatlas.spatial.store.thematic;

import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.filter.ScalarSql;
import tr.kentatlas.spatial.store.filter.ValueKind;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** The values and classes of a thematic map as SQL, for one type as one grant sees it. */
public final class ClassSql {
    private final ScalarSql scalars;

    public ClassSql(VisibleType type) {
        scalars = new ScalarSql(type.columns());
    }

    /** The number as float8; NULL where there is none, for what is no number has no class. */
    public SqlFragment number(Measure measure) {
        SqlFragment value = value(measure.value());
        SqlFragment divided = switch (measure.divisor()) {
            case Measure.Undivided whole -> value;
            case Measure.By by -> value.join(" / NULLIF(", number(by.value())).between("(", ", 0))");
            case Measure.ByArea area ->
                value.join(
                                " / NULLIF(ST_Area(" + FeatureGeometry.COLUMN + ") / ",
                                SqlFragment.of("?::float8", area.squareMetres()))
                        .between("(", ", 0))");
        };
        return divided.between("NULLIF(NULLIF(NULLIF(", ", 'NaN'), 'Infinity'), '-Infinity')");
    }

    /** A day or an instant counts as its year. */
    private SqlFragment value(Cql2.Scalar scalar) {
        if (!(scalar instanceof Cql2.Property property)) return number(scalar);
        return switch (scalars.kind(property)) {
            case DATE -> year(scalars.sql(property));
            case INSTANT -> year(scalars.sql(property).between("", " AT TIME ZONE '" + CityTime.ZONE + "'"));
            default -> number(scalar);
        };
    }

    private static SqlFragment year(SqlFragment time) {
        return time.between("EXTRACT(YEAR FROM ", ")::float8");
    }

    private SqlFragment number(Cql2.Scalar scalar) {
        return scalars.sql(scalar, ValueKind.NUMBER).between("(", ")::float8");
    }

    /** A code, a text or a truth value as text. */
    SqlFragment code(Cql2.Property property) {
        return scalars.sql(property).between("(", ")::text");
    }

    public SqlFragment classOf(Classes classes) {
        return switch (classes) {
            case Classes.Limits limits -> classOf(limits);
            case Classes.Codes codes -> classOf(codes);
        };
    }

    private SqlFragment classOf(Classes.Limits limits) {
        List<SqlFragment> cases = new ArrayList<>();
        for (int i = 0; i < limits.inner().size(); i++) {
            cases.add(SqlFragment.of(
                    " WHEN v <= ?::float8 THEN " + i, limits.inner().get(i)));
        }
        cases.add(SqlFragment.of(" WHEN v IS NOT NULL THEN " + limits.inner().size()));
        return lateral(SqlFragment.join("", cases), number(limits.measure()));
    }

    private SqlFragment classOf(Classes.Codes codes) {
        List<SqlFragment> cases = new ArrayList<>();
        for (int i = 0; i < codes.codes().size(); i++) {
            cases.add(
                    SqlFragment.of(" WHEN v = ?::text THEN " + i, codes.codes().get(i)));
        }
        cases.add(SqlFragment.of(" WHEN v IS NOT NULL THEN " + codes.codes().size()));
        return lateral(SqlFragment.join("", cases), code(codes.property()));
    }

    /** The value is written and computed once, however many classes look at it. */
    private static SqlFragment lateral(SqlFragment cases, SqlFragment value) {
        return cases.join(" END FROM (SELECT ", value).between("(SELECT CASE", " AS v OFFSET 0) AS valued)");
    }
}
