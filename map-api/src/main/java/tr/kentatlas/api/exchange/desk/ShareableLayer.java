package tr.kentatlas.api.exchange.desk;

import java.util.List;
import java.util.Locale;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;

/** A layer that can be agreed on, as the wizard lists it. */
record ShareableLayer(
        String type, String title, boolean isPublic, boolean hasPlace, long features, List<ShareableField> fields) {

    /** @param isPublic whether everybody sees it with all its values */
    record ShareableField(String name, String title, boolean isPublic) {}

    static ShareableLayer of(Edition.Entry entry, Locale locale) {
        return new ShareableLayer(
                entry.type().name(),
                entry.type().title().in(locale),
                entry.type().isPublic(),
                entry.type().geometry() != null,
                entry.rows(),
                entry.model().attributesOf(entry.type()).stream()
                        .map(attribute -> field(attribute, locale))
                        .toList());
    }

    private static ShareableField field(Attribute attribute, Locale locale) {
        return new ShareableField(attribute.name(), attribute.title().in(locale), attribute.isFullyPublic());
    }
}
