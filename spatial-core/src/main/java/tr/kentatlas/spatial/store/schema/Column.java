package tr.kentatlas.spatial.store.schema;

import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/**
 * A column of a feature table and its PostgreSQL type, as {@code format_type} spells it.
 *
 * <p>Geometry columns take any geometry type: a wrong one is a finding, not a refused load.
 */
public record Column(String name, String type) {

    /** The model's columns of a type in table order: identity, common and own attributes, geometry. */
    public static List<Column> of(Model model, FeatureType type, int srid) {
        Stream<Column> attributes = model.attributesOf(type).stream().map(a -> of(a, srid));
        Stream<Column> geometry = type.geometry() == null
                ? Stream.empty()
                : Stream.of(new Column(FeatureGeometry.COLUMN, geometryType(Integer.toString(srid))));
        return Stream.of(Stream.of(new Column("tucbs_no", "uuid")), attributes, geometry)
                .flatMap(columns -> columns)
                .toList();
    }

    /** The column of one attribute. */
    public static Column of(Attribute attribute, int srid) {
        return new Column(attribute.column(), sqlType(attribute, Integer.toString(srid)));
    }

    static String sqlType(Attribute attribute, String srid) {
        if (attribute.type() == AttributeType.GEOMETRY) return geometryType(srid);
        return attribute.type().sqlName() + (attribute.isMany() ? "[]" : "");
    }

    static String geometryType(String srid) {
        return "geometry(Geometry," + srid + ")";
    }
}
