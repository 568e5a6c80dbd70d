package tr.kentatlas.api.guide.page;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.search.Place;

/** What is known of a place, in words and with units: the same for the card, the page and the PDF. */
@Component
public final class FactWords {
    private static final Set<String> NOT_SHOWN = Set.of("groupCode", "street", "door", "parcelPath");

    private final MessageSource words;

    FactWords(MessageSource words) {
        this.words = words;
    }

    /** A fact with its label. */
    public record Fact(String key, String label, String value) {}

    public List<Fact> of(Place place, Locale locale) {
        return place.facts().stream()
                .filter(fact -> !NOT_SHOWN.contains(fact.key()))
                .map(fact -> new Fact(fact.key(), label(fact.key(), locale), value(fact, locale)))
                .toList();
    }

    private String label(String key, Locale locale) {
        return Objects.requireNonNullElse(words.getMessage("guide.fact." + key, null, key, locale), key);
    }

    private static String value(Place.Fact fact, Locale locale) {
        String value = fact.value().in(locale);
        return fact.key().equals("area") ? ValueWords.plain(locale).count(Long.parseLong(value)) + "\u00a0m²" : value;
    }
}
