package tr.kentatlas.spatial.store.edit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/**
 * What the successors of an object that is split or merged have of its values: neither what the database keeps by itself, nor what
 * identifies the old object elsewhere, nor what measures the whole of it.
 */
final class Heritage {
    private static final Set<String> OWN = Set.of(
            "surum_no",
            "surum_baslangic",
            "olusturan",
            "olusturma_tarihi",
            "degistiren",
            "islem_gerekcesi",
            "kaynak_kimlik");
    private static final String AREA = "m2";

    private Heritage() {}

    /** Which of a type's attributes are inherited. */
    static List<Attribute> of(List<Attribute> attributes) {
        return attributes.stream().filter(Heritage::isInherited).toList();
    }

    /** Every whole number that needs a long is the key of some registry. */
    private static boolean isInherited(Attribute attribute) {
        return !OWN.contains(attribute.column())
                && attribute.type() != AttributeType.LONG
                && attribute.type() != AttributeType.GEOMETRY
                && !AREA.equals(attribute.unit());
    }

    /** The values by column, as an edit takes them. */
    static Map<String, @Nullable Object> values(List<Attribute> attributes, List<@Nullable Object> values) {
        Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            Object value = values.get(i);
            byColumn.put(attributes.get(i).column(), value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return byColumn;
    }
}
