package tr.kentatlas.spatial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;
import tr.kentatlas.spatial.store.row.PropertiesJson;
import tr.kentatlas.spatial.store.row.RowForm;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Answers questions about published features: {@link FeatureQuery} + {@link Grant} → SQL before the caller's wall. */
public final class FeatureStore {
    private final WallReader reader;

    public FeatureStore(WallReader reader) {
        this.reader = reader;
    }

    /** Hands every feature of a page to the sink and tells where the next page begins; empty after the last one. */
    public Optional<Page.Position> page(Edition edition, VisibleType type, FeatureQuery query, Consumer<Feature> sink) {
        return page(edition, type, query, values(edition, type.fields(query), query.crs()), sink);
    }

    /** The same with every feature as GeoJSON (RFC 7946) in UTF-8, which is several times faster than making it from values. */
    public Optional<Page.Position> geoJsonPage(
            Edition edition, VisibleType type, FeatureQuery query, Consumer<GeoJsonFeature> sink) {
        return page(edition, type, query, geoJson(edition, type, type.fields(query), query.crs()), sink);
    }

    /** One feature by its identity; empty when it is not there or not granted. */
    public Optional<Feature> find(Edition edition, VisibleType type, UUID id, Crs crs) {
        return find(edition, type, id, crs, values(edition, type.attributes(), crs));
    }

    /** The same as GeoJSON in UTF-8. */
    public Optional<GeoJsonFeature> geoJson(Edition edition, VisibleType type, UUID id, Crs crs) {
        return find(edition, type, id, crs, geoJson(edition, type, type.attributes(), crs));
    }

    /** Which features a map draws. */
    @FunctionalInterface
    public interface Drawn {
        Drawn ALL = (rows, columns) -> rows.select(columns);

        /** These columns of those of the rows that are drawn. */
        GrantedSql select(GrantedRows rows, String columns);
    }

    /** The features of a page, the nearest to the middle of the box asked for first, measured on the plane of the box's CRS. */
    public void nearest(
            Edition edition, VisibleType type, FeatureQuery query, Bbox box, Drawn drawn, Consumer<Feature> sink) {
        RowForm<Feature> form = values(edition, type.fields(query), query.crs());
        int limit = query.page().limit();
        GrantedSql sql = drawn.select(
                        GrantedRows.of(edition, type, query.within(box)),
                        columns(edition, type, query.crs(), form.columns()))
                .join(" ORDER BY ", distance(box))
                .then(", sira LIMIT " + limit);
        each(sql, limit, form, sink);
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
        if (query.page().limit() > WallReader.PORTION)
            return reader.inTurn(type.wall(), () -> read(edition, type, query, form, sink));
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
        return reader.read(select(edition, type, query, form, order), limit, rows -> {
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

    private static GrantedSql select(
            Edition edition, VisibleType type, FeatureQuery query, RowForm<?> form, SortOrder order) {
        GrantedRows rows = GrantedRows.of(edition, type, query);
        Page.Position after = query.page().after();
        return (after == null ? rows : rows.where(order.after(after)))
                .select(columns(edition, type, query.crs(), form.columns()) + order.selected())
                .then(order.orderBy() + " LIMIT " + (query.page().limit() + 1));
    }

    /** Hands every feature the grant shows to the sink as GeoJSON in CRS84, in the type's own order. */
    public void eachGeoJson(Edition edition, VisibleType type, Consumer<GeoJsonFeature> sink) {
        RowForm<GeoJsonFeature> form = geoJson(edition, type, type.attributes(), Crs.CRS84);
        GrantedSql sql = GrantedRows.of(edition, type)
                .select(columns(edition, type, Crs.CRS84, form.columns()))
                .then(" ORDER BY sira");
        each(sql, Integer.MAX_VALUE, form, sink);
    }

    private <T> void each(GrantedSql sql, int expected, RowForm<T> form, Consumer<T> sink) {
        reader.read(sql, expected, rows -> {
            while (rows.next()) sink.accept(form.read(rows));
            return sink;
        });
    }

    private <T> Optional<T> find(Edition edition, VisibleType type, UUID id, Crs crs, RowForm<T> form) {
        GrantedSql sql = GrantedRows.of(edition, type)
                .where(SqlFragment.of("tucbs_no = ?", id))
                .select(columns(edition, type, crs, form.columns()));
        return reader.read(sql, 1, rows -> rows.next() ? Optional.of(form.read(rows)) : Optional.empty());
    }

    /** How many features answer a question, whatever its page. */
    public long count(Edition edition, VisibleType type, FeatureQuery query) {
        return reader.read(GrantedRows.of(edition, type, query).select("count(*)"), 1, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** How much of a type its grant shows: what is outside the grant leaves no trace in the number or the box. Reads no geometry. */
    public Reach reach(Edition edition, VisibleType type) {
        if (type.showsAll()) return new Reach(type.entry().rows(), type.entry().extent());
        String box = type.hasGeometry() ? Reach.ON_GRID : Reach.NOWHERE;
        return reader.read(GrantedRows.of(edition, type).select("count(*), " + box), 1, Reach::read);
    }

    private static RowForm<Feature> values(Edition edition, List<Attribute> fields, Crs crs) {
        return RowForm.values(fields, column -> shape(edition, column, crs));
    }

    /** Encoded properties hold second geometries in CRS84. */
    private static RowForm<GeoJsonFeature> geoJson(Edition edition, VisibleType type, List<Attribute> fields, Crs crs) {
        boolean isEncoded = crs.equals(Crs.CRS84) || fields.stream().noneMatch(a -> a.type() == AttributeType.GEOMETRY);
        return RowForm.geoJson(fields, isEncoded ? type.encoded() : List.of(), column -> shape(edition, column, crs));
    }

    private static String columns(Edition edition, VisibleType type, Crs crs, List<String> form) {
        StringBuilder sql = new StringBuilder("sira, tucbs_no, ").append(geometry(edition, type, crs));
        for (String column : form) sql.append(", ").append(column);
        return sql.toString();
    }

    /** CRS84 was rendered when the release was frozen. */
    private static String geometry(Edition edition, VisibleType type, Crs crs) {
        if (!type.hasGeometry()) return "NULL::text";
        return crs.equals(Crs.CRS84) ? "geojson" : shape(edition, FeatureGeometry.COLUMN, crs);
    }

    /** A geometry as GeoJSON, the CRS's own first axis first. */
    private static String shape(Edition edition, String column, Crs crs) {
        if (crs.equals(Crs.CRS84)) return PropertiesJson.geometry(column);
        String moved = crs.srid() == edition.srid() ? column : "ST_Transform(" + column + ", " + crs.srid() + ")";
        String turned = crs.firstAxis() == Crs.Axis.NORTH ? "ST_FlipCoordinates(" + moved + ")" : moved;
        return "ST_AsGeoJSON(" + turned + ", " + (crs.isGeographic() ? 9 : 4) + ", 0)";
    }

    private static Page.Position position(ResultSet rows, int sortColumn, int keys) throws SQLException {
        List<Page.SortValue> values = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) values.add(new Page.SortValue(rows.getString(sortColumn + i)));
        return new Page.Position(values, rows.getLong(1));
    }
}
