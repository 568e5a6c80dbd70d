package tr.kentatlas.api.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.FilterFields;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.planning.statistics.BorrowedPlace;
import tr.kentatlas.spatial.store.VisibleType;

/** What there is to ask about: the types a caller sees, their numbers, and their codes. */
final class PlanningTypes {
    /** Numbers that keep the books and say nothing of the place. */
    private static final Set<String> NO_FIGURES =
            Set.of("surumNo", "uretimOlcegi", "olcek", "yatayGeometriTahminiDogruluk");

    private PlanningTypes() {}

    /**
     * A type; {@code geometry} is point, line, area, any or none.
     *
     * @param places what its features lie at that have no place of their own
     */
    record Type(
            String name,
            Text title,
            String geometry,
            List<Text> places,
            long rows,
            List<Field> numbers,
            List<Field> codes) {}

    /** An attribute; {@code values} are those of a short code list. */
    record Field(String name, Text title, @Nullable String unit, List<FilterFields.Code> values) {}

    static List<Type> of(View view, Reaches reaches) {
        return view.types().stream()
                .map(type -> new Type(
                        type.type().name(),
                        type.type().title(),
                        geometry(type),
                        places(view, type),
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

    static List<Text> places(View view, VisibleType type) {
        return BorrowedPlace.of(view.edition(), view.grant(), type)
                .map(place -> place.lenders().stream()
                        .map(lender -> lender.type().type().title())
                        .toList())
                .orElse(List.of());
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
                .map(a -> new Field(a.name(), a.title(), a.unit(), FilterFields.codes(type, a)))
                .toList();
    }

    /** A single number that can be added up; the long ones are keys. */
    static boolean isNumber(Attribute attribute) {
        boolean isFigure = attribute.isNumber() && attribute.type() != AttributeType.LONG;
        return isFigure && !attribute.isMany() && !NO_FIGURES.contains(attribute.name());
    }

    static boolean isCategory(Attribute attribute) {
        return attribute.isCategory() && !attribute.isMany();
    }

    /** The words of a code. */
    static Text words(VisibleType type, Attribute attribute, String code) {
        return type.entry().model().words(attribute, code);
    }
}
