package tr.kentatlas.api.thematic.saved;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** What thematic maps can be made of: types with a place, their numbers, their categories, and the years of their days and instants. */
final class MapTypes {
    private MapTypes() {}

    /** A type with the fields that mean something on a map, and whether its features have areas to divide by. */
    record Type(String name, Text title, long rows, boolean hasArea, List<Field> fields) {}

    /**
     * A field; a category is coded, a year is that of a day or an instant, the rest are numbers.
     *
     * @param open whether everybody sees it; a map of one that is not can be shared with staff only
     */
    record Field(String name, Text title, String kind, boolean open) {}

    static List<Type> of(View view) {
        View everybody = View.visitor(view.edition());
        return view.types().stream()
                .filter(type -> type.type().geometry() != null)
                .map(type -> type(type, everybody.find(type.type().name())))
                .filter(type -> !type.fields().isEmpty())
                .toList();
    }

    private static Type type(VisibleType type, Optional<VisibleType> open) {
        List<Field> fields = type.attributes().stream()
                .filter(a -> !a.isMany() && Facts.isForPeople(a))
                .filter(a -> a.isNumber() || a.isCategory() || a.isTime())
                .map(a ->
                        field(a, open.flatMap(seen -> seen.attribute(a.name())).isPresent()))
                .toList();
        boolean hasArea = Symbol.Shape.of(type).contains(Symbol.Shape.AREA);
        return new Type(type.type().name(), type.type().title(), type.entry().rows(), hasArea, fields);
    }

    private static Field field(Attribute attribute, boolean open) {
        return new Field(attribute.name(), attribute.title(), kind(attribute), open);
    }

    private static String kind(Attribute attribute) {
        if (attribute.isTime()) return "year";
        return attribute.isNumber() ? "number" : "category";
    }
}
