package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.guide.page.FactWords;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.ParcelFacts;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** Places as the guide tells of them, in the reader's language: short in lists, whole as cards. */
@Component
final class GuideCards {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** The language of texts in the city's records. */
    private static final String RECORDED = "tr";

    private static final double EARTH_RADIUS = 6_371_008.8;

    private final MessageSource words;
    private final FactWords facts;
    private final InstantSource clock;

    GuideCards(MessageSource words, FactWords facts) {
        this.words = words;
        this.facts = facts;
        this.clock = InstantSource.system();
    }

    /** One line of a list; the distance is in metres, the duty until when it is on duty, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(
            String id,
            String sort,
            String code,
            String group,
            String kind,
            String title,
            String where,
            String path,
            double longitude,
            double latitude,
            @Nullable Long distance,
            @Nullable Boolean open,
            @Nullable String duty) {}

    /**
     * What is known of the hours.
     *
     * @param open whether it is open now, where that is known
     * @param duty until when it is on duty, in words
     * @param language of the text, where it is not the reader's: as the record has it
     * @param holiday the holiday for which nobody can tell whether it is open, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hours(
            String text,
            @Nullable String language,
            @Nullable Boolean open,
            @Nullable String duty,
            @Nullable String holiday) {}

    /** All that is known of a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String id,
            String sort,
            String collection,
            String code,
            String kind,
            String title,
            String where,
            String path,
            double longitude,
            double latitude,
            @JsonRawValue @Nullable String geometry,
            List<FactWords.Fact> facts,
            @Nullable Hours hours,
            @Nullable String parcelPath,
            @Nullable ParcelFacts parcel) {}

    /** The present, as the places of an index are told of. */
    Now now(PlaceIndex index) {
        Instant moment = clock.instant();
        return Now.of(moment, index.onDuty(moment));
    }

    /** What of an answer changes with the hour, for its tag. */
    static String hours(List<Hit> hits) {
        return hits.stream()
                .map(hit -> hit.id() + "/" + hit.open() + "/" + hit.duty())
                .collect(Collectors.joining(","));
    }

    /** The same of a card. */
    static String hours(Card card) {
        return String.valueOf(card.hours());
    }

    Hit hit(Place place, @Nullable Position from, Now now, Locale locale) {
        Text group = place.fact("groupCode");
        return new Hit(
                place.id().toString(),
                place.sort().word(),
                place.code(),
                group == null ? "" : group.tr(),
                place.kind().in(locale),
                place.title(),
                place.where(),
                place.path(),
                place.longitude(),
                place.latitude(),
                from == null ? null : (Long) Math.round(metres(from, place)),
                now.isOpen(place),
                duty(place, now, locale));
    }

    /** The whole card. */
    Card card(Place place, Now now, Locale locale) {
        Text parcel = place.fact("parcelPath");
        Hours hours = hours(place, now, locale);
        return new Card(
                place.id().toString(),
                place.sort().word(),
                place.collection(),
                place.code(),
                place.kind().in(locale),
                place.title(),
                place.where(),
                place.path(),
                place.longitude(),
                place.latitude(),
                place.geometry(),
                facts(place, hours, locale),
                hours,
                parcel == null ? null : parcel.tr(),
                place.parcel());
    }

    private @Nullable Hours hours(Place place, Now now, Locale locale) {
        Text text = place.fact("hours");
        String duty = duty(place, now, locale);
        if (text == null && duty == null) return null;
        Boolean open = now.isOpen(place);
        String holiday =
                open == null ? now.holiday().map(name -> holiday(name, locale)).orElse(null) : null;
        String read = text == null
                ? ""
                : OpeningHours.read(text.tr())
                        .map(new HoursWords(words, locale)::of)
                        .orElse(null);
        boolean isForeign = read == null && !locale.getLanguage().equals(RECORDED);
        String told = read == null && text != null ? text.tr() : Objects.requireNonNullElse(read, "");
        return new Hours(told, isForeign ? RECORDED : null, open, duty, holiday);
    }

    /** The facts, hours as the card tells them. */
    private List<FactWords.Fact> facts(Place place, @Nullable Hours hours, Locale locale) {
        return facts.of(place, locale).stream()
                .map(fact -> hours != null && fact.key().equals("hours")
                        ? new FactWords.Fact(fact.key(), fact.label(), hours.text())
                        : fact)
                .toList();
    }

    private String holiday(Text name, Locale locale) {
        return words.getMessage("guide.holiday", new Object[] {name.in(locale)}, locale);
    }

    private @Nullable String duty(Place place, Now now, Locale locale) {
        Instant end = now.dutyEnd(place);
        if (end == null) return null;
        return words.getMessage("guide.onDuty", new Object[] {HOUR.format(end.atZone(CityTime.ZONE))}, locale);
    }

    private static double metres(Position from, Place to) {
        double up = Math.toRadians(to.latitude() - from.latitude());
        double side = Math.toRadians(to.longitude() - from.longitude());
        double chord = Math.pow(Math.sin(up / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(side / 2), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)));
    }
}
