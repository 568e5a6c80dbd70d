package tr.kentatlas.spatial.store.row;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** As what a row is read: which columns after {@code sira, tucbs_no} and the geometry, and what becomes of them. */
public interface RowForm<T> {
    /** Where the form's own columns begin in the result. */
    int FIRST = 4;

    /** Up to this share of its columns a row is read faster by them than from its properties. */
    double FEW = 0.4;

    default List<String> columns() {
        return columns("");
    }

    /** The same of the row source with that prefix. */
    List<String> columns(String prefix);

    T read(ResultSet rows) throws SQLException;

    /**
     * A feature with its values.
     *
     * @param shape writes a column's geometry as GeoJSON, in SQL
     */
    static RowForm<Feature> values(List<Attribute> fields, UnaryOperator<String> shape) {
        return new RowForm<>() {
            @Override
            public List<String> columns(String prefix) {
                return selected(fields, prefix, shape);
            }

            @Override
            public Feature read(ResultSet rows) throws SQLException {
                return feature(rows, fields.size());
            }
        };
    }

    /**
     * A feature as GeoJSON in UTF-8: from the properties as they were encoded when the release was frozen, where most of them are wanted and
     * may be read; else from the columns, with the same outcome.
     *
     * @param encoded the fields of the encoded properties; empty where they may not be read
     * @param shape writes a column's geometry as GeoJSON, in SQL
     */
    static RowForm<GeoJsonFeature> geoJson(
            List<Attribute> fields, List<Attribute> encoded, UnaryOperator<String> shape) {
        if (encoded.isEmpty() || fields.size() < FEW * encoded.size()) return madeGeoJson(fields, shape);
        return fields.equals(encoded)
                ? encodedGeoJson(bytes -> bytes)
                : encodedGeoJson(new PropertiesCut(encoded, fields)::of);
    }

    /** The feature of a row that selects its place, identity, GeoJSON and then its attributes. */
    static Feature feature(ResultSet rows, int fields) throws SQLException {
        return new Feature(rows.getObject(2, UUID.class), rows.getString(3), valuesOf(rows, fields));
    }

    private static RowForm<GeoJsonFeature> encodedGeoJson(UnaryOperator<byte[]> cut) {
        return new RowForm<>() {
            @Override
            public List<String> columns(String prefix) {
                return List.of(prefix + PropertiesJson.COLUMN);
            }

            @Override
            public GeoJsonFeature read(ResultSet rows) throws SQLException {
                return feature(rows, cut.apply(rows.getBytes(FIRST)));
            }
        };
    }

    private static RowForm<GeoJsonFeature> madeGeoJson(List<Attribute> fields, UnaryOperator<String> shape) {
        PropertiesJson json = new PropertiesJson(fields);
        return new RowForm<>() {
            @Override
            public List<String> columns(String prefix) {
                return selected(fields, prefix, shape);
            }

            @Override
            public GeoJsonFeature read(ResultSet rows) throws SQLException {
                return feature(rows, json.of(valuesOf(rows, fields.size())));
            }
        };
    }

    private static GeoJsonFeature feature(ResultSet rows, byte[] properties) throws SQLException {
        return GeoJsonFeature.of(rows.getObject(2, UUID.class), rows.getBytes(3), properties);
    }

    /** Attributes as answers carry them. */
    private static List<String> selected(List<Attribute> fields, String prefix, UnaryOperator<String> shape) {
        return fields.stream()
                .map(a -> a.type() == AttributeType.GEOMETRY ? shape.apply(prefix + a.column()) : prefix + a.column())
                .toList();
    }

    private static List<@Nullable Object> valuesOf(ResultSet rows, int fields) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(fields);
        for (int i = 0; i < fields; i++) values.add(plain(rows.getObject(FIRST + i)));
        return values;
    }

    /** Without what is null in it. */
    private static List<Object> listed(Object[] array) {
        return Arrays.stream(array)
                .filter(Objects::nonNull)
                .map(one -> one instanceof Date day ? day.toLocalDate() : one)
                .toList();
    }

    /** The driver's types as the ones {@link Feature} promises. */
    static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Timestamp time -> time.toInstant();
            case Date day -> day.toLocalDate();
            case Array array -> listed((Object[]) array.getArray());
            default -> value;
        };
    }
}
