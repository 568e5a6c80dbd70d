package tr.kentatlas.spatial.store.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.core.Oid;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.model.Model;

/** Writes feature records of one type as COPY rows: tucbs_no, the attributes in the model's order, the geometry as EWKB. */
public final class RowEncoder {
    private final List<Attribute> attributes;
    private final @Nullable FeatureGeometry geometry;
    private final int srid;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);

    public RowEncoder(Model model, FeatureType type, int srid) {
        this.attributes = model.attributesOf(type);
        this.geometry = type.geometry();
        this.srid = srid;
    }

    public int fields() {
        return 1 + attributes.size() + (geometry == null ? 0 : 1);
    }

    /** Appends the fields of a record; a value of the wrong Java type or out of range throws {@link UnstorableValue}. */
    public void encode(FeatureRecord entry, UUID id, CopyBuffer out) {
        out.uuid(id);
        for (Attribute attribute : attributes) {
            Object value = entry.values().get(attribute.column());
            if (value == null) {
                out.nil();
            } else {
                encode(attribute, value, out);
            }
        }
        if (geometry != null) geometry(entry.geometry(), geometry.type(), out);
    }

    private void encode(Attribute attribute, Object value, CopyBuffer out) {
        try {
            if (attribute.type() == AttributeType.GEOMETRY) {
                geometry((Geometry) value, GeometryType.GEOMETRY, out);
            } else if (attribute.isMany()) {
                out.array(elementOid(attribute.type()), (List<?>) value, (b, item) -> scalar(attribute, item, b));
            } else {
                scalar(attribute, value, out);
            }
        } catch (ClassCastException | ArithmeticException e) {
            throw new UnstorableValue(attribute.name() + " cannot hold '" + value + "'", e);
        }
    }

    private static void scalar(Attribute attribute, Object value, CopyBuffer out) {
        switch (attribute.type()) {
            case TEXT, CODE, URI -> out.text(storable(attribute, (String) value));
            case INTEGER -> out.int4(Math.toIntExact(((Number) value).longValue()));
            case LONG -> out.int8(((Number) value).longValue());
            case DECIMAL -> out.float8(((Number) value).doubleValue());
            case BOOLEAN -> out.bool((Boolean) value);
            case DATE -> out.date((LocalDate) value);
            case INSTANT -> out.instant(instant(value));
            case REFERENCE, UUID -> out.uuid((UUID) value);
            case GEOMETRY -> throw new ClassCastException("a geometry is no scalar");
        }
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : ((OffsetDateTime) value).toInstant();
    }

    private static String storable(Attribute attribute, String text) {
        if (text.indexOf('\0') >= 0) throw new UnstorableValue(attribute.name() + " holds a NUL character", null);
        return text;
    }

    private void geometry(@Nullable Geometry value, GeometryType wanted, CopyBuffer out) {
        if (value == null) {
            out.nil();
            return;
        }
        Geometry fitted = fit(value, wanted);
        fitted.setSRID(srid);
        out.raw(wkb.write(fitted));
    }

    /** One polygon is a multi-polygon of one, one part of a multi-line is a line; anything else stays for the rules to judge. */
    private static Geometry fit(Geometry value, GeometryType wanted) {
        if (wanted == GeometryType.MULTI_POLYGON && value instanceof Polygon polygon) {
            return polygon.getFactory().createMultiPolygon(new Polygon[] {polygon});
        }
        if (wanted == GeometryType.LINE_STRING
                && value instanceof MultiLineString lines
                && lines.getNumGeometries() == 1) {
            return (LineString) lines.getGeometryN(0);
        }
        return value;
    }

    private static int elementOid(AttributeType type) {
        return switch (type) {
            case TEXT, CODE, URI -> Oid.TEXT;
            case INTEGER -> Oid.INT4;
            case LONG -> Oid.INT8;
            case DECIMAL -> Oid.FLOAT8;
            case BOOLEAN -> Oid.BOOL;
            case DATE -> Oid.DATE;
            case INSTANT -> Oid.TIMESTAMPTZ;
            case REFERENCE, UUID -> Oid.UUID;
            case GEOMETRY -> throw new IllegalArgumentException("the model has no arrays of geometries");
        };
    }
}
