package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * Turns a CQL2 filter (OGC 21-065r2) into a condition of PostGIS SQL. What does not fit together is refused before any SQL
 * runs, and every value of the filter is a bound parameter.
 */
public final class Cql2Sql {
    // PostgreSQL's protocol takes 65,535; the rest of the statement needs some.
    private static final int MOST_PARAMETERS = 60_000;

    private final Columns columns;
    private final ScalarSql scalars;
    private final ComparisonSql comparisons;
    private final TemporalSql temporals;
    private final ArraySql arrays;
    private final GeometrySql geometries;

    /**
     * A translator for one feature type, one grant and one request's CRS.
     *
     * @param storageSrid EPSG code of all geometry columns
     */
    public Cql2Sql(PropertyColumns known, FilterCrs filterCrs, int storageSrid) {
        this.columns = new Columns(known);
        this.scalars = new ScalarSql(columns);
        this.comparisons = new ComparisonSql(scalars);
        this.temporals = new TemporalSql(columns, scalars);
        this.arrays = new ArraySql(columns, scalars);
        var literals = new GeometryLiterals(filterCrs, storageSrid);
        this.geometries = new GeometrySql(columns, literals, filterCrs, storageSrid);
    }

    /**
     * The condition, ready to stand after WHERE or AND.
     *
     * @throws UnknownPropertyException for a property that is not there or not granted
     * @throws FilterTypeException where values cannot answer what is asked of them
     */
    public SqlFragment translate(Predicate filter) {
        SqlFragment sql = sql(filter);
        if (sql.args().size() > MOST_PARAMETERS) {
            throw new FilterTypeException(filter, Phrase.TOO_MANY_VALUES, MOST_PARAMETERS);
        }
        return sql;
    }

    private SqlFragment sql(Predicate predicate) {
        return switch (predicate) {
            case Cql2.And and ->
                SqlFragment.and(and.operands().stream().map(this::sql).toList());
            case Cql2.Or or ->
                SqlFragment.or(or.operands().stream().map(this::sql).toList());
            case Cql2.Not not -> sql(not.operand()).negated();
            case Cql2.Comparison node -> comparisons.compare(node.operator(), node.left(), node.right());
            case Cql2.Like like -> comparisons.like(like);
            case Cql2.Between between -> comparisons.between(between);
            case Cql2.In in -> comparisons.in(in);
            case Cql2.IsNull isNull -> nullable(isNull.operand()).between("(", " IS NULL)");
            case Cql2.SpatialRelation relation -> geometries.relation(relation);
            case Cql2.TemporalRelation relation -> temporals.relation(relation);
            case Cql2.ArrayRelation relation -> arrays.relation(relation);
            case Cql2.BooleanLiteral literal -> scalars.sql(literal);
            case Cql2.Property property -> columns.sql(property, ValueKind.BOOLEAN);
        };
    }

    private SqlFragment nullable(Cql2 operand) {
        return switch (operand) {
            case Cql2.Property property -> columns.sql(property);
            case Cql2.Scalar scalar -> scalars.sql(scalar);
            default -> throw new FilterTypeException(operand, Phrase.EXPECTED, Phrase.NULLABLE);
        };
    }
}
