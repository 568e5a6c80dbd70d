package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** Another feature that a feature points to, of a type the caller sees. */
record Neighbour(String label, String href) {

    static List<Neighbour> of(ItemsQuestion question, Feature feature, Locale locale) {
        List<Neighbour> all = new ArrayList<>();
        List<Attribute> attributes = question.type().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            collect(question, attributes.get(i), feature.values().get(i), locale, all);
        }
        return all;
    }

    private static void collect(
            ItemsQuestion question, Attribute attribute, @Nullable Object value, Locale locale, List<Neighbour> all) {
        String target = attribute.target();
        if (value == null || target == null || attribute.type() != AttributeType.REFERENCE) return;
        if (question.view().find(target).isEmpty()) return;
        List<?> ids = value instanceof List<?> many ? many : List.of(value);
        String label = attribute.title().in(locale);
        ids.forEach(id -> all.add(new Neighbour(label, "/ogc/collections/" + target + "/items/" + id + "?f=html")));
    }
}
