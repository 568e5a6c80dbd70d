package tr.kentatlas.spatial.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.TimeRange;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;

/** Answers questions about published features: {@link FeatureQuery} + {@link Grant} → SQL before the caller's wall. */
public final class FeatureStore {
    /** Larger answers are fetched in portions, so that memory stays constant. */
    private static final int PORTION = 500;

    private final DataSource open;
    private final DataSource named;
    private final LongReads longReads = new LongReads();

    /**
     * @param open connects as {@code kent_acik}
     * @param named connects as {@code kent_yayin}
     */
    public FeatureStore(DataSource open, DataSource named) {
        this.open = open;
        this.named = named;
    }

    /** The attributes an answer carries, in order: what was asked for among what is visible. */
    public static List<Attribute> fields(VisibleType type, FeatureQuery query) {
        if (query.properties().isEmpty()) return type.attributes();
        return type.attributes().stream()
                .filter(a -> query.properties().contains(a.name()))
                .toList();
    }

    /** Refuses a filter that cannot be answered, before anything is read. */
    public static void check(Edition edition, VisibleType type, Cql2.Predicate filter, Crs crs) {
        new Conditions(edition, type).filter(filter, crs);
    }

    /** Refuses a time where the grant does not show when features are valid; hands back what it was given. */
    public static TimeRange check(Edition edition, VisibleType type, TimeRange time) {
        new Conditions(edition, type).time(time);
        return time;
    }

    /** Refuses properties or values that cannot be compared; hands back what it was given. */
    public static Map<String, String> check(Edition edition, VisibleType type, Map<String, String> equal) {
        equal.forEach(new Conditions(edition, type)::equal);
        return equal;
    }

    /** Hands every feature of a page to the sink and tells where the next page begins; empty after the last one. */
    public Optional<Page.Position> page(Edition edition, VisibleType type, FeatureQuery query, Consumer<Feature> sink) {
        return page(edition, type, query, RowForm.values(fields(type, query)), sink);
    }

    /** The same with every feature as GeoJSON (RFC 7946) in UTF-8, which is several times faster than making it from values. */
    public Optional<Page.Position> geoJsonPage(
            Edition edition, VisibleType type, FeatureQuery query, Consumer<GeoJsonFeature> sink) {
        return page(edition, type, query, RowForm.geoJson(type, query), sink);
    }

    /** One feature by its identity; empty when it is not there or not granted. */
    public Optional<Feature> find(Edition edition, VisibleType type, UUID id, Crs crs) {
        return find(edition, type, id, crs, RowForm.values(type.attributes()));
    }

    /** The same as GeoJSON in UTF-8. */
    public Optional<GeoJsonFeature> geoJson(Edition edition, VisibleType type, UUID id, Crs crs) {
        return find(edition, type, id, crs, RowForm.geoJson(type, one(type)));
    }

    /** The features of a page, the nearest to the middle of the box asked for first, measured on the plane of the box's CRS. */
    public void nearest(Edition edition, VisibleType type, FeatureQuery query, Bbox box, Consumer<Feature> sink) {
        RowForm<Feature> form = RowForm.values(fields(type, query));
        int limit = query.page().limit();
        SqlFragment sql = SqlFragment.of(head(edition, type, query.crs(), form.columns(), List.of()))
                .join(" WHERE ", new Conditions(edition, type).of(query.within(box)))
                .join(" ORDER BY ", distance(box))
                .between("", ", sira LIMIT " + limit);
        run(type, sql, limit, rows -> {
            while (rows.next()) sink.accept(form.read(rows));
            return type;
        });
    }

    private static SqlFragment distance(Bbox box) {
        int srid = box.crs().srid();
        return SqlFragment.of(
                "ST_Distance(ST_Transform(" + FeatureGeometry.COLUMN + ", " + srid
                        + "), ST_SetSRID(ST_MakePoint(?, ?), " + srid + "))",
                (box.west() + box.east()) / 2,
                (box.south() + box.north()) / 2);
    }

    /** What is no more than a portion is handed over when the connection is free again: the sink may be somebody's slow line. */
    private <T> Optional<Page.Position> page(
            Edition edition, VisibleType type, FeatureQuery query, RowForm<T> form, Consumer<T> sink) {
        if (query.page().limit() > PORTION) return longReads.take(() -> read(edition, type, query, form, sink));
        List<T> features = new ArrayList<>();
        Optional<Page.Position> next = read(edition, type, query, form, features::add);
        features.forEach(sink);
        return next;
    }

    private <T> Optional<Page.Position> read(
            Edition edition, VisibleType type, FeatureQuery query, RowForm<T> form, Consumer<T> sink) {
        SortOrder order = new SortOrder(type, query.sort());
        int limit = query.page().limit();
        int sortColumn = RowForm.FIRST + form.columns().size();
        return run(type, select(edition, type, query, form, order), limit, rows -> {
            int count = 0;
            Page.Position last = null;
            while (rows.next()) {
                if (count++ == limit) return Optional.ofNullable(last);
                sink.accept(form.read(rows));
                if (count == limit)
                    last = position(rows, sortColumn, query.sort().size());
            }
            return Optional.empty();
        });
    }

    /** Hands every feature the grant shows to the sink as GeoJSON in CRS84, in the type's own order. */
    public void eachGeoJson(Edition edition, VisibleType type, Consumer<GeoJsonFeature> sink) {
        RowForm<GeoJsonFeature> form = RowForm.geoJson(type, one(type));
        SqlFragment sql = SqlFragment.of(head(edition, type, Crs.CRS84, form.columns(), List.of()))
                .join(" WHERE ", SqlFragment.and(granted(edition, type)))
                .between("", " ORDER BY sira");
        run(type, sql, Integer.MAX_VALUE, rows -> {
            while (rows.next()) sink.accept(form.read(rows));
            return type;
        });
    }

    private <T> Optional<T> find(Edition edition, VisibleType type, UUID id, Crs crs, RowForm<T> form) {
        List<SqlFragment> conditions = new ArrayList<>(new Conditions(edition, type).ofGrant());
        conditions.add(SqlFragment.of("tucbs_no = ?", id));
        SqlFragment sql = SqlFragment.of(head(edition, type, crs, form.columns(), List.of()))
                .join(" WHERE ", SqlFragment.and(conditions));
        return run(type, sql, 1, rows -> rows.next() ? Optional.of(form.read(rows)) : Optional.empty());
    }

    private static FeatureQuery one(VisibleType type) {
        return FeatureQuery.all(type.type().name(), Page.first(1));
    }

    /** How many features answer a question, whatever its page. */
    public long count(Edition edition, VisibleType type, FeatureQuery query) {
        SqlFragment sql = SqlFragment.of("SELECT count(*) FROM " + type.table().name())
                .join(" WHERE ", new Conditions(edition, type).of(query));
        return run(type, sql, 1, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** How much of a type its grant shows: what is outside the grant leaves no trace in the number or the box. */
    public Reach reach(Edition edition, VisibleType type) {
        if (type.showsAll()) return new Reach(type.entry().rows(), type.entry().extent());
        String box = type.table().hasGeometry()
                ? "ST_Extent(ST_Transform(" + FeatureGeometry.COLUMN + ", 4326))"
                : "NULL::box2d";
        SqlFragment sql = SqlFragment.of("SELECT n, ST_XMin(box), ST_XMax(box), ST_YMin(box), ST_YMax(box)"
                        + " FROM (SELECT count(*) AS n, " + box + " AS box FROM "
                        + type.table().name())
                .join(" WHERE ", SqlFragment.and(new Conditions(edition, type).ofGrant()))
                .between("", ") AS reach");
        return run(type, sql, 1, Reach::read);
    }

    private SqlFragment select(
            Edition edition, VisibleType type, FeatureQuery query, RowForm<?> form, SortOrder order) {
        List<SqlFragment> conditions = new ArrayList<>();
        conditions.add(new Conditions(edition, type).of(query));
        Page.Position after = query.page().after();
        if (after != null) conditions.add(order.after(after));
        return SqlFragment.of(head(edition, type, query.crs(), form.columns(), order.selected()))
                .join(" WHERE ", SqlFragment.and(conditions))
                .between("", order.orderBy() + " LIMIT " + (query.page().limit() + 1));
    }

    private static String head(
            Edition edition, VisibleType type, Crs crs, List<String> columns, List<String> sortColumns) {
        Stream<String> fixed = Stream.of("sira", "tucbs_no", geometry(edition, type, crs));
        return Stream.of(fixed, columns.stream(), sortColumns.stream())
                .flatMap(s -> s)
                .collect(Collectors.joining(
                        ", ", "SELECT ", " FROM " + type.table().name()));
    }

    /** An attribute as answers carry it, of the row source with that prefix. */
    public static String selected(Attribute attribute, String prefix) {
        String column = prefix + attribute.column();
        return attribute.type() == AttributeType.GEOMETRY
                ? "ST_AsGeoJSON(ST_Transform(" + column + ", 4326), 7)"
                : column;
    }

    /** The WHERE of a question: what the grant demands, then what was asked. */
    public static SqlFragment where(Edition edition, VisibleType type, FeatureQuery query) {
        return new Conditions(edition, type).of(query);
    }

    /** What every row of the type that the grant shows meets. */
    public static List<SqlFragment> granted(Edition edition, VisibleType type) {
        return new Conditions(edition, type).ofGrant();
    }

    /** CRS84 was rendered when the release was frozen; any other CRS is made now, its own first axis first. */
    private static String geometry(Edition edition, VisibleType type, Crs crs) {
        if (type.type().geometry() == null) return "NULL::text";
        if (crs.equals(Crs.CRS84)) return "geojson";
        String moved = crs.srid() == edition.srid()
                ? FeatureGeometry.COLUMN
                : "ST_Transform(" + FeatureGeometry.COLUMN + ", " + crs.srid() + ")";
        String turned = crs.firstAxis() == Crs.Axis.NORTH ? "ST_FlipCoordinates(" + moved + ")" : moved;
        return "ST_AsGeoJSON(" + turned + ", " + (crs.isGeographic() ? 9 : 4) + ", 0)";
    }

    private static Page.Position position(ResultSet rows, int sortColumn, int keys) throws SQLException {
        List<Page.SortValue> values = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) values.add(new Page.SortValue(rows.getString(sortColumn + i)));
        return new Page.Position(values, rows.getLong(1));
    }

    /** Reads SQL that others built on {@link #granted}, before the wall the type's table belongs to. */
    public <T> T read(VisibleType type, SqlFragment sql, int expected, RowsReader<T> reader) {
        return run(type, sql, expected, reader);
    }

    /** The same, watched, so that it can be ended before its time. */
    public <T> T read(VisibleType type, SqlFragment sql, int expected, RowsReader<T> reader, Watch watch) {
        return run(type, sql, expected, reader, watch);
    }

    /** Runs a query before the wall the type's table belongs to. */
    <T> T run(VisibleType type, SqlFragment sql, int expected, RowsReader<T> reader) {
        return run(type, sql, expected, reader, Watch.NOBODY);
    }

    private <T> T run(VisibleType type, SqlFragment sql, int expected, RowsReader<T> reader, Watch watch) {
        DataSource wall = type.table().wall() == PublishedTable.Wall.ACIK ? open : named;
        try (Connection connection = wall.getConnection()) {
            boolean portions = expected > PORTION;
            if (portions) connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
                if (portions) statement.setFetchSize(PORTION);
                int index = 1;
                for (Object arg : sql.args()) statement.setObject(index++, arg);
                watch.begins(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    return reader.read(rows);
                }
            } finally {
                watch.ended();
                if (portions) connection.rollback();
                if (portions) connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /** Reads an answer row by row. */
    @FunctionalInterface
    public interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
