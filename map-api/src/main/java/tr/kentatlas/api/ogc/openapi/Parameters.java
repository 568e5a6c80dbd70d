package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.VisibleType;

/** What the addresses of the API may be asked by; the parameters themselves are among the {@link CommonParts}. */
final class Parameters {
    /** On every address. */
    static final List<Object> EVERYWHERE = refs("f", "lang", "release");

    private static final List<Object> OF_ITEMS = refs(
            "limit",
            "cursor",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "properties",
            "sortby",
            "filter",
            "filter-lang",
            "filter-crs");

    private Parameters() {}

    /** These before those on every address. */
    static List<Object> and(String... names) {
        List<Object> all = new ArrayList<>(refs(names));
        all.addAll(EVERYWHERE);
        return all;
    }

    /** What items of a type may be asked by: the standard's parameters, then the type's own properties. */
    static List<Object> ofItems(VisibleType type, Locale locale) {
        List<Object> all = new ArrayList<>(EVERYWHERE);
        all.addAll(OF_ITEMS);
        all.add(query(VisibleType.ID, Titles.of("schema.id"), Tree.text("uuid")));
        type.attributes().stream()
                .filter(a -> a.type() != AttributeType.GEOMETRY)
                .map(a -> query(a.name(), a.title().in(locale), Schemas.ofValue(type, a)))
                .forEach(all::add);
        return all;
    }

    private static List<Object> refs(String... names) {
        return Stream.of(names)
                .<Object>map(name -> Tree.ref("parameters", name))
                .toList();
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return Tree.of(
                "name",
                name,
                "in",
                "query",
                "description",
                description,
                "required",
                false,
                "schema",
                schema,
                "style",
                "form",
                "explode",
                false);
    }
}
