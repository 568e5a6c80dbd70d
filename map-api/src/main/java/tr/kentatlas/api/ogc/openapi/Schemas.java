package tr.kentatlas.api.ogc.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;

/** The schemas of a collection's features, in the JSON Schema dialect of OpenAPI 3.0. */
final class Schemas {
    private Schemas() {}

    /** One feature and a page of them for each type. */
    static Map<String, Object> of(List<VisibleType> types, Locale locale) {
        Map<String, Object> all = Tree.of();
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
                Tree.choice("Feature"),
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
                Tree.choice("FeatureCollection"),
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
