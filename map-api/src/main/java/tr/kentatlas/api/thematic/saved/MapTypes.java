package tr.kentatlas.api.thematic.saved;

import java.util.List;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** What thematic maps can be made of: types with a place, their numbers and their categories. */
final class MapTypes {
    private MapTypes() {}

    /** A type with the fields that mean something on a map. */
    record Type(String name, Text title, long rows, List<Field> fields) {}

    /** A field; categories are coded, the rest are numbers. */
    record Field(String name, Text title, String kind) {}

    static List<Type> of(View view) {
        return view.types().stream()
                .filter(type -> type.type().geometry() != null)
                .map(MapTypes::type)
                .filter(type -> !type.fields().isEmpty())
                .toList();
    }

    private static Type type(VisibleType type) {
        List<Field> fields = type.attributes().stream()
                .filter(a -> !a.isMany() && Facts.isForPeople(a))
                .filter(a -> isNumber(a) || isCategory(a))
                .map(a -> new Field(a.name(), a.title(), isNumber(a) ? "number" : "category"))
                .toList();
        return new Type(type.type().name(), type.type().title(), type.entry().rows(), fields);
    }

    private static boolean isNumber(Attribute attribute) {
        return switch (attribute.type()) {
            case INTEGER, LONG, DECIMAL -> true;
            default -> false;
        };
    }

    private static boolean isCategory(Attribute attribute) {
        return attribute.type() == AttributeType.CODE || attribute.type() == AttributeType.BOOLEAN;
    }
}
