package tr.kentatlas.api.ogc.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;

/** The schemas of the API's answers, in the JSON Schema dialect of OpenAPI 3.0. */
final class Schemas {
    private static final List<String> GEOMETRIES = List.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private Schemas() {}

    static Map<String, Object> components(List<VisibleType> types, Locale locale) {
        Map<String, Object> all = Tree.of(
                "link", link(),
                "landingPage", object("links", "title", Tree.text(), "description", Tree.text(), "links", links()),
                "conformance", object("conformsTo", "conformsTo", Tree.list(Tree.text("uri"))),
                "collection", collection(),
                "collections", collections(),
                "jsonSchema", Tree.of("type", "object"),
                "geometry", geometry(),
                "document", Tree.of("type", "object"),
                "problem", problem());
        types.forEach(type -> all.put(type.type().name(), feature(type, locale)));
        types.forEach(
                type -> all.put(type.type().name() + "_items", items(type.type().name())));
        return all;
    }

    /** One value of an attribute. */
    static Map<String, Object> ofValue(VisibleType type, Attribute attribute) {
        Map<String, Object> schema = switch (attribute.type()) {
            case INTEGER -> Tree.of("type", "integer", "format", "int32");
            case LONG -> Tree.of("type", "integer", "format", "int64");
            case DECIMAL -> Tree.of("type", "number", "format", "double");
            case BOOLEAN -> Tree.of("type", "boolean");
            case DATE -> Tree.text("date");
            case INSTANT -> Tree.text("date-time");
            case REFERENCE, UUID -> Tree.text("uuid");
            case URI -> Tree.text("uri");
            case GEOMETRY -> Tree.ref("schemas", "geometry");
            case TEXT, CODE -> Tree.text();
        };
        List<String> codes = type.entry().model().onlyCodes(attribute);
        if (!codes.isEmpty()) schema.put("enum", codes);
        return schema;
    }

    private static Map<String, Object> feature(VisibleType type, Locale locale) {
        Map<String, Object> properties = Tree.of();
        type.attributes().forEach(a -> properties.put(a.name(), property(type, a, locale)));
        return object(
                "type,geometry,properties",
                "type",
                Tree.choice(List.of("Feature")),
                "id",
                Tree.text("uuid"),
                "geometry",
                orNull(Tree.ref("schemas", "geometry")),
                "properties",
                Tree.of("type", "object", "properties", properties),
                "links",
                links());
    }

    private static Map<String, Object> property(VisibleType type, Attribute attribute, Locale locale) {
        Map<String, Object> one = ofValue(type, attribute);
        Map<String, Object> schema = attribute.isMany() ? Tree.list(one) : one;
        Map<String, Object> nullable = schema.containsKey("$ref") ? orNull(schema) : schema;
        nullable.put("nullable", true);
        nullable.remove("enum"); // a value outside its list is a finding, and served as it is
        nullable.put("title", attribute.title().in(locale));
        return nullable;
    }

    private static Map<String, Object> items(String type) {
        return object(
                "type,features",
                "type",
                Tree.choice(List.of("FeatureCollection")),
                "features",
                Tree.of("type", "array", "maxItems", Page.MOST, "items", Tree.ref("schemas", type)),
                "numberMatched",
                count(),
                "numberReturned",
                count(),
                "timeStamp",
                Tree.text("date-time"),
                "release",
                count(),
                "links",
                links());
    }

    private static Map<String, Object> collection() {
        Map<String, Object> box =
                Tree.of("type", "array", "minItems", 4, "maxItems", 6, "items", Tree.of("type", "number"));
        Map<String, Object> spatial = object("bbox", "bbox", Tree.list(box), "crs", Tree.text("uri"));
        return object(
                "id,links",
                "id",
                Tree.text(),
                "title",
                Tree.text(),
                "description",
                Tree.text(),
                "itemType",
                Tree.text(),
                "extent",
                object("spatial", "spatial", spatial),
                "crs",
                Tree.list(Tree.text("uri")),
                "storageCrs",
                Tree.text("uri"),
                "links",
                links());
    }

    private static Map<String, Object> collections() {
        return object(
                "links,collections",
                "links",
                links(),
                "crs",
                Tree.list(Tree.text("uri")),
                "collections",
                Tree.list(Tree.ref("schemas", "collection")));
    }

    private static Map<String, Object> link() {
        return object("href,rel", "href", Tree.text(), "rel", Tree.text(), "type", Tree.text(), "title", Tree.text());
    }

    private static Map<String, Object> geometry() {
        return object(
                "type",
                "type",
                Tree.choice(GEOMETRIES),
                "coordinates",
                Tree.list(Tree.of()),
                "geometries",
                Tree.list(Tree.of("type", "object")));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> fault = object("parameter,detail", "parameter", Tree.text(), "detail", Tree.text());
        return object(
                "type,title,status",
                "type",
                Tree.text("uri-reference"),
                "title",
                Tree.text(),
                "status",
                Tree.of("type", "integer"),
                "detail",
                Tree.text(),
                "instance",
                Tree.text("uri-reference"),
                "errors",
                Tree.list(fault));
    }

    private static Map<String, Object> links() {
        return Tree.list(Tree.ref("schemas", "link"));
    }

    private static Map<String, Object> count() {
        return Tree.of("type", "integer", "format", "int64", "minimum", 0);
    }

    private static Map<String, Object> orNull(Map<String, Object> reference) {
        return Tree.of("type", "object", "nullable", true, "allOf", List.of(reference));
    }

    private static Map<String, Object> object(String required, Object... properties) {
        return Tree.of("type", "object", "required", List.of(required.split(",")), "properties", Tree.of(properties));
    }
}
