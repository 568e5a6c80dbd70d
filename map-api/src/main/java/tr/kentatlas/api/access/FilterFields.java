package tr.kentatlas.api.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** What a filter on a type can speak of: every field that means something to people, coded ones with their codes. */
public final class FilterFields {
    private FilterFields() {}

    /**
     * A field by its official name.
     *
     * @param kind as the model calls it, in lower case
     * @param isMany whether it holds a list, which other operators are asked of
     * @param open whether everybody sees it
     * @param codes of its code list in official order; empty for a field that has none
     */
    public record Field(
            String name,
            Text title,
            String kind,
            boolean isMany,
            @Nullable String unit,
            boolean open,
            List<Code> codes) {}

    /** A value a coded field may have. */
    public record Code(String code, Text title) {}

    public static List<Field> of(View view, VisibleType type) {
        Optional<VisibleType> open =
                View.visitor(view.edition()).find(type.type().name());
        return type.attributes().stream()
                .filter(Facts::isForPeople)
                .map(a -> field(
                        type, a, open.flatMap(seen -> seen.attribute(a.name())).isPresent()))
                .toList();
    }

    private static Field field(VisibleType type, Attribute attribute, boolean open) {
        String kind = attribute.type().word();
        return new Field(
                attribute.name(),
                attribute.title(),
                kind,
                attribute.isMany(),
                attribute.unit(),
                open,
                codes(type, attribute));
    }

    /** The codes of a field's list in official order. */
    public static List<Code> codes(VisibleType type, Attribute attribute) {
        return type.entry().model().listOf(attribute).stream()
                .flatMap(list -> list.codes().stream())
                .map(code -> new Code(code.code(), code.title()))
                .toList();
    }
}
