package tr.kentatlas.spatial.store;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.ArrayOperator;
import tr.kentatlas.spatial.feature.cql2.ComparisonOperator;
import tr.kentatlas.spatial.feature.cql2.Computed;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.SpatialOperator;
import tr.kentatlas.spatial.feature.time.TimeRange;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.filter.Cql2Sql;
import tr.kentatlas.spatial.store.filter.EqualityValue;
import tr.kentatlas.spatial.store.filter.FilterCrs;
import tr.kentatlas.spatial.store.filter.PropertyColumns;
import tr.kentatlas.spatial.store.filter.ScalarSql;
import tr.kentatlas.spatial.store.filter.UnknownPropertyException;
import tr.kentatlas.spatial.store.filter.ValueKind;
import tr.kentatlas.spatial.store.sql.SqlFragment;
import tr.kentatlas.spatial.tile.WorldGrid;

/** What rows meet that answer a question: first what the grant demands, always; then what was asked. */
final class Conditions {
    /** How far, in degrees, around the city's extent a transformation to its storage CRS is trusted. */
    private static final double TRUSTED_DEGREES = 1;

    private static final Cql2.Property VALID_FROM = new Cql2.Property("gecerlilikBaslangici");
    private static final Cql2.Property VALID_UNTIL = new Cql2.Property("gecerlilikSonu");

    private final VisibleType type;
    private final Edition edition;

    Conditions(Edition edition, VisibleType type) {
        this.edition = edition;
        this.type = type;
    }

    List<SqlFragment> of(FeatureQuery query) {
        List<SqlFragment> all = ofGrant();
        if (query.bbox() != null) all.add(bbox(query.bbox()));
        if (query.time() != null) all.add(time(query.time()));
        if (query.filter() != null) all.add(filter(query.filter(), query.filterCrs()));
        query.equal().forEach((name, value) -> all.add(equal(name, value)));
        return all;
    }

    /** What every visible row meets; may name hidden attributes, since the caller cannot see or steer it. */
    List<SqlFragment> ofGrant() {
        List<SqlFragment> demanded = new ArrayList<>();
        Grant.TypeGrant grant = type.grant();
        if (grant.rows() != null) demanded.add(filter(grant.rows(), Crs.CRS84, allColumns()));
        if (grant.area() != null) demanded.add(area(grant.area()));
        return demanded;
    }

    /**
     * What is asked. Where the grant shows less than all, what computes is asked of no row it does not show: that it fails, or how long it
     * takes, would tell of it.
     */
    SqlFragment filter(Cql2.Predicate filter, Crs crs) {
        SqlFragment asked = filter(filter, crs, type.columns());
        if (type.showsAll() || !Computed.isIn(filter)) return asked;
        Map<Boolean, List<Cql2.Predicate>> parts = parts(filter).collect(partitioningBy(Computed::isIn));
        SqlFragment plain = all(parts.getOrDefault(false, List.of()), crs);
        SqlFragment computed = all(parts.getOrDefault(true, List.of()), crs);
        SqlFragment fenced = SqlFragment.and(ofGrant()).join(" THEN ", computed).between("CASE WHEN ", " END");
        return SqlFragment.and(List.of(plain, fenced));
    }

    private SqlFragment all(List<Cql2.Predicate> filters, Crs crs) {
        return SqlFragment.and(
                filters.stream().map(one -> filter(one, crs, type.columns())).toList());
    }

    /** An index finds rows by some of them. */
    private static Stream<Cql2.Predicate> parts(Cql2.Predicate filter) {
        return filter instanceof Cql2.And and ? and.operands().stream().flatMap(Conditions::parts) : Stream.of(filter);
    }

    private SqlFragment filter(Cql2.Predicate filter, Crs crs, PropertyColumns columns) {
        return new Cql2Sql(columns, filterCrs(crs), edition.srid()).translate(filter);
    }

    private PropertyColumns allColumns() {
        Map<String, Attribute> all = type.entry().model().byName(type.type());
        VisibleType everything = new VisibleType(type.entry(), type.table(), type.grant(), List.copyOf(all.values()));
        return everything.columns();
    }

    /** What has no place lies in no area. */
    private SqlFragment area(Grant.Area area) {
        if (type.type().geometry() == null) return SqlFragment.of("FALSE");
        String relation = area.policy() == Grant.AreaPolicy.WITHIN ? "ST_Within" : "ST_Intersects";
        return SqlFragment.of(
                relation + "(" + FeatureGeometry.COLUMN + ", (SELECT ST_Transform(ST_GeomFromWKB(?, 4326), "
                        + edition.srid() + ")))",
                (Object) new WKBWriter().write(area.shape()));
    }

    /** A type without place lies in no box. */
    private SqlFragment bbox(Bbox bbox) {
        FeatureGeometry geometry = type.type().geometry();
        if (geometry == null) return SqlFragment.of("FALSE");
        var box = new Cql2.BboxLiteral(
                bbox.crs().firstAxis() == Crs.Axis.EAST
                        ? List.of(bbox.west(), bbox.south(), bbox.east(), bbox.north())
                        : List.of(bbox.south(), bbox.west(), bbox.north(), bbox.east()));
        var inside = new Cql2.SpatialRelation(SpatialOperator.INTERSECTS, new Cql2.Property(geometry.name()), box);
        return filter(inside, bbox.crs(), type.columns());
    }

    /** Asks when features are valid, which only who sees both ends of it may. */
    SqlFragment time(TimeRange time) {
        ScalarSql scalars = new ScalarSql(type.columns());
        SqlFragment asked = SqlFragment.of(
                "tstzrange(?::timestamptz, ?::timestamptz, '[]')",
                text(time.from(), "-infinity"),
                text(time.to(), "infinity"));
        return scalars.sql(VALID_FROM, ValueKind.INSTANT)
                .join(", ", scalars.sql(VALID_UNTIL, ValueKind.INSTANT))
                .between("tstzrange(", ")")
                .join(" && ", asked);
    }

    private static String text(@Nullable Instant instant, String open) {
        return instant == null ? open : instant.toString();
    }

    /** A property that has a value, or of a list of values one. */
    SqlFragment equal(String name, String value) {
        var property = new Cql2.Property(name);
        if (name.equals(VisibleType.ID)) return same(property, new Cql2.TextLiteral(value));
        Attribute attribute = type.attribute(name).orElseThrow(() -> new UnknownPropertyException(property));
        Cql2.Scalar literal = EqualityValue.parse(attribute, value);
        if (!attribute.isMany()) return same(property, literal);
        var list = new Cql2.ArrayLiteral(List.of(literal));
        return filter(new Cql2.ArrayRelation(ArrayOperator.CONTAINS, property, list), Crs.CRS84);
    }

    private SqlFragment same(Cql2.Property property, Cql2.Scalar value) {
        return filter(new Cql2.Comparison(ComparisonOperator.EQUAL, property, value), Crs.CRS84);
    }

    private FilterCrs filterCrs(Crs crs) {
        Envelope usable = edition.extent();
        usable.expandBy(TRUSTED_DEGREES);
        if (crs.isGeographic()) return new FilterCrs(crs.srid(), crs.firstAxis(), usable);
        if (crs.srid() == 3857) return new FilterCrs(crs.srid(), crs.firstAxis(), webMercator(usable));
        return FilterCrs.everywhere(crs.srid(), crs.firstAxis());
    }

    private static Envelope webMercator(Envelope degrees) {
        return new Envelope(
                WorldGrid.easting(degrees.getMinX()),
                WorldGrid.easting(degrees.getMaxX()),
                WorldGrid.northing(degrees.getMinY()),
                WorldGrid.northing(degrees.getMaxY()));
    }
}
