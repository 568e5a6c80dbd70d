package tr.kentatlas.api.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** What there is to ask about: the types a caller sees, their numbers, and their codes. */
final class PlanningTypes {
    /** Numbers that keep the books and say nothing of the place. */
    private static final Set<String> NO_FIGURES =
            Set.of("surumNo", "uretimOlcegi", "olcek", "yatayGeometriTahminiDogruluk");

    private PlanningTypes() {}

    /** A type; {@code geometry} is point, line, area, any or none. */
    record Type(String name, Text title, String geometry, long rows, List<Field> numbers, List<Field> codes) {}

    /** An attribute; {@code values} are those of a short code list. */
    record Field(String name, Text title, @Nullable String unit, List<Value> values) {}

    record Value(String code, Text title) {}

    static List<Type> of(View view, Reaches reaches) {
        return view.types().stream()
                .map(type -> new Type(
                        type.type().name(),
                        type.type().title(),
                        geometry(type),
                        reaches.of(view, type).rows(),
                        fields(
                                type,
                                type.attributes().stream()
                                        .filter(PlanningTypes::isNumber)
                                        .toList()),
                        fields(
                                type,
                                type.attributes().stream()
                                        .filter(PlanningTypes::isCategory)
                                        .toList())))
                .filter(type -> type.rows() > 0)
                .toList();
    }

    private static String geometry(VisibleType type) {
        FeatureGeometry geometry = type.type().geometry();
        if (geometry == null) return "none";
        return switch (geometry.type()) {
            case POINT -> "point";
            case LINE_STRING -> "line";
            case MULTI_POLYGON -> "area";
            case GEOMETRY -> "any";
        };
    }

    private static List<Field> fields(VisibleType type, List<Attribute> attributes) {
        return attributes.stream()
                .map(a -> new Field(a.name(), a.title(), a.unit(), values(type, a)))
                .toList();
    }

    private static List<Value> values(VisibleType type, Attribute attribute) {
        CodeList list = attribute.list() == null
                ? null
                : type.entry().model().codeLists().get(attribute.list());
        if (list == null) return List.of();
        return list.codes().stream()
                .map(code -> new Value(code.code(), code.title()))
                .toList();
    }

    /** A single number that can be added up; the long ones are keys. */
    static boolean isNumber(Attribute attribute) {
        boolean number = attribute.type() == AttributeType.INTEGER || attribute.type() == AttributeType.DECIMAL;
        return number && !attribute.isMany() && !NO_FIGURES.contains(attribute.name());
    }

    static boolean isCategory(Attribute attribute) {
        boolean category = attribute.type() == AttributeType.CODE || attribute.type() == AttributeType.BOOLEAN;
        return category && !attribute.isMany();
    }

    /** The words of a code; one outside its list is shown as it is. */
    static Text words(VisibleType type, Attribute attribute, String code) {
        if (attribute.type() == AttributeType.BOOLEAN)
            return code.equals("true") ? new Text("Evet", "Yes") : new Text("Hayır", "No");
        CodeList list = attribute.list() == null
                ? null
                : type.entry().model().codeLists().get(attribute.list());
        Text same = new Text(code, code);
        return list == null ? same : list.find(code).map(CodeList.Code::title).orElse(same);
    }
}
