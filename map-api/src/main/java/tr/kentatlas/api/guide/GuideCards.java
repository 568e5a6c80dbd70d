package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.feature.CityTime;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.ParcelFacts;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** Places as the guide tells of them, in the reader's language: short in lists, whole as cards. */
@Component
public final class GuideCards {
    private static final Set<String> NOT_SHOWN = Set.of("groupCode", "street", "door", "parcelPath");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double EARTH_RADIUS = 6_371_008.8;

    private final MessageSource words;
    private final InstantSource clock;

    GuideCards(MessageSource words) {
        this.words = words;
        this.clock = InstantSource.system();
    }

    /** One line of a list; the distance is in metres, the duty until when it is on duty, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(
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

    /** A fact with its label. */
    public record Fact(String key, String label, String value) {}

    /** What is known of the hours: the text, whether it is open now where that is known, and until when it is on duty, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hours(
            String text, @Nullable Boolean open, @Nullable String duty) {}

    /** All that is known of a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
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
            List<Fact> facts,
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
                place.sort().name().toLowerCase(Locale.ROOT),
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
        return new Card(
                place.id().toString(),
                place.sort().name().toLowerCase(Locale.ROOT),
                place.collection(),
                place.code(),
                place.kind().in(locale),
                place.title(),
                place.where(),
                place.path(),
                place.longitude(),
                place.latitude(),
                place.geometry(),
                facts(place, locale),
                hours(place, now, locale),
                parcel == null ? null : parcel.tr(),
                place.parcel());
    }

    /** What is known of it, each with its label. */
    public List<Fact> facts(Place place, Locale locale) {
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

    private @Nullable Hours hours(Place place, Now now, Locale locale) {
        Text text = place.fact("hours");
        String duty = duty(place, now, locale);
        return text == null && duty == null ? null : new Hours(text == null ? "" : text.tr(), now.isOpen(place), duty);
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
