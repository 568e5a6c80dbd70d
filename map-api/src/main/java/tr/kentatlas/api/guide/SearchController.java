package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.guide.convert.Conversions;
import tr.kentatlas.api.guide.convert.WrittenPosition;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.search.PlaceKinds;
import tr.kentatlas.spatial.search.SearchQuestion;

/** {@code /api/guide/search} and {@code /suggest}: whatever a citizen types, answered with places. */
@RestController
@Open
class SearchController {
    private static final int RESULTS = 20;
    private static final int SUGGESTIONS = 8;

    private final ServedPlaces places;
    private final GuideCards cards;

    SearchController(ServedPlaces places, GuideCards cards) {
        this.places = places;
        this.cards = cards;
    }

    @GetMapping(path = "/api/guide/search", produces = MediaTypes.JSON)
    @Nullable
    Found search(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return answer(request, response, locale, RESULTS);
    }

    @GetMapping(path = "/api/guide/suggest", produces = MediaTypes.JSON)
    @Nullable
    Found suggest(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return answer(request, response, locale, SUGGESTIONS);
    }

    @GetMapping(path = "/api/guide/kinds", produces = MediaTypes.JSON)
    @Nullable
    Kinds kinds(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return places.read(served -> GuideFreshness.isKnown(served, "", request, response)
                ? null
                : new Kinds(
                        served.release(),
                        served.index().kinds().kinds().stream()
                                .map(kind -> Kind.of(kind, locale))
                                .toList()));
    }

    private @Nullable Found answer(HttpServletRequest request, HttpServletResponse response, Locale locale, int usual) {
        GuideRequest asked = new GuideRequest(request);
        String text = asked.text();
        int limit = asked.limit(usual);
        Optional<Position> near = asked.near();
        asked.check();
        return places.read(served -> {
            Found found = found(served, text, near.orElse(null), limit, locale);
            String hours = GuideCards.hours(found.results());
            return GuideFreshness.isKnown(served, hours, request, response) ? null : found;
        });
    }

    private Found found(ServedPlaces.Served served, String text, @Nullable Position near, int limit, Locale locale) {
        Optional<Position> written = WrittenPosition.read(text, served.srid());
        if (written.isPresent()) return Found.position(served.release(), served.written(written.get()));
        SearchQuestion question = SearchQuestion.of(text);
        Now now = cards.now(served.index());
        return switch (question) {
            case SearchQuestion.Duty duty -> {
                Pharmacies named = Pharmacies.named(duty.place(), served.index(), now, near);
                yield found("duty", served, named, named.onDuty(), near, limit, locale);
            }
            case SearchQuestion.Open open -> {
                Pharmacies named = Pharmacies.named(open.place(), served.index(), now, near);
                List<Place> serving = named.open(near);
                yield found(serving.isEmpty() ? "duty" : "open", served, named, serving, near, limit, locale);
            }
            default -> {
                PlaceIndex.Answer answer = served.index().search(question, near, limit);
                List<GuideCards.Hit> hits = answer.places().stream()
                        .map(place -> cards.hit(place, near, now, locale))
                        .toList();
                yield new Found(served.release(), meaning(question, answer), answer.isLoose(), hits, null, null);
            }
        };
    }

    private Found found(
            String understood,
            ServedPlaces.Served served,
            Pharmacies named,
            List<Place> pharmacies,
            @Nullable Position near,
            int limit,
            Locale locale) {
        List<GuideCards.Hit> hits = pharmacies.stream()
                .map(place -> cards.hit(place, named.from(near), named.now(), locale))
                .toList();
        Around around = named.around().map(Around::of).orElse(null);
        return new Found(served.release(), understood, named.isLoose(), nearestFirst(hits, limit), null, around);
    }

    private static List<GuideCards.Hit> nearestFirst(List<GuideCards.Hit> hits, int limit) {
        return hits.stream()
                .sorted(Comparator.comparingLong((GuideCards.Hit hit) -> Objects.requireNonNullElse(hit.distance(), 0L))
                        .thenComparing(GuideCards.Hit::title))
                .limit(limit)
                .toList();
    }

    private static String meaning(SearchQuestion question, PlaceIndex.Answer answer) {
        return switch (question) {
            case SearchQuestion.Duty duty -> "duty";
            case SearchQuestion.Open open -> "open";
            case SearchQuestion.Nearest nearest -> "nearest";
            case SearchQuestion.Parcel parcel -> "parcel";
            case SearchQuestion.TwoNumbers two -> "parcel";
            case SearchQuestion.Door door -> isFirst(answer, Place.Sort.PARCEL) ? "parcel" : "address";
            case SearchQuestion.NumberFirst first -> isFirst(answer, Place.Sort.ADDRESS) ? "address" : "words";
            case SearchQuestion.Words words -> "words";
        };
    }

    private static boolean isFirst(PlaceIndex.Answer answer, Place.Sort sort) {
        return answer.places().stream().limit(1).anyMatch(place -> place.sort() == sort);
    }

    /**
     * What was found.
     *
     * @param understood how the text was understood: words, address, parcel, nearest, open, duty or position
     * @param loose whether nothing had all the words, so that some were left out
     * @param around where distances begin, when that is a place the text names
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            long release,
            String understood,
            boolean loose,
            List<GuideCards.Hit> results,
            @Nullable Conversions position,
            @Nullable Around around) {
        static Found position(long release, Conversions position) {
            return new Found(release, "position", false, List.of(), position, null);
        }
    }

    record Around(String title, double longitude, double latitude) {
        static Around of(Place place) {
            return new Around(place.title(), place.longitude(), place.latitude());
        }
    }

    record Kinds(long release, List<Kind> kinds) {}

    record Kind(String code, String name, String group, int count) {
        static Kind of(PlaceKinds.Kind kind, Locale locale) {
            return new Kind(kind.code(), kind.name().in(locale), kind.group(), kind.count());
        }
    }
}
