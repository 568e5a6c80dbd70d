package tr.kentatlas.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.VisibleType;

/** What a feature is and what is known of it, in words. */
public final class Facts {
    /** Bookkeeping that says nothing about the place. */
    private static final Set<String> NOT_FOR_PEOPLE =
            Set.of("surumNo", "surumBaslangicZamani", "uretimOlcegi", "yatayGeometriTahminiDogruluk", "kaynak");

    private final VisibleType type;
    private final Locale locale;
    private final ValueWords words;

    /** A fact: what it is, and its value. */
    public record Fact(String label, String value) {}

    public Facts(VisibleType type, Locale locale) {
        this.type = type;
        this.locale = locale;
        this.words = new ValueWords(type.entry().model(), locale);
    }

    /** Its name where it has one, else its kind. */
    public String title(Feature feature) {
        String label = type.type().label();
        for (int i = 0; i < type.attributes().size(); i++) {
            Attribute attribute = type.attributes().get(i);
            Object value = feature.values().get(i);
            if (attribute.name().equals(label) && value != null) return words.of(attribute, value);
        }
        return type.type().title().in(locale);
    }

    /** All that is known and means something to people, in the model's order. */
    public List<Fact> of(Feature feature) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < type.attributes().size(); i++) {
            Attribute attribute = type.attributes().get(i);
            Object value = feature.values().get(i);
            if (value != null && isForPeople(attribute)) {
                facts.add(new Fact(attribute.title().in(locale), words.of(attribute, value)));
            }
        }
        return facts;
    }

    /** Whether people can read the attribute: no identities, no geometries, no bookkeeping. */
    public static boolean isForPeople(Attribute attribute) {
        boolean technical = attribute.type() == AttributeType.REFERENCE
                || attribute.type() == AttributeType.UUID
                || attribute.type() == AttributeType.GEOMETRY;
        return !technical && !NOT_FOR_PEOPLE.contains(attribute.name());
    }
}
