package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.guide.convert.Conversions;
import tr.kentatlas.api.guide.convert.WrittenPosition;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** The guide's cards: a place, an address, a parcel with its zoning, what is near, what is here, and one position in every system. */
@RestController
@Open
class CardController {
    private static final double HERE_METRES = 150;
    private static final int SOME = 10;

    private final ServedPlaces places;
    private final GuideCards cards;

    CardController(ServedPlaces places, GuideCards cards) {
        this.places = places;
        this.cards = cards;
    }

    @GetMapping(path = "/api/guide/place/{id}", produces = MediaTypes.JSON)
    @Nullable
    Told place(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return told(request, response, locale, served -> served.index().find(GuideRequest.id(id)));
    }

    /** The place as a GeoJSON feature (RFC 7946). */
    @GetMapping(path = "/api/guide/place/{id}/feature", produces = MediaTypes.GEOJSON)
    @Nullable
    Shown feature(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return places.read(served -> {
            Place place = served.index().find(GuideRequest.id(id)).orElseThrow(Problem::noPlace);
            return GuideFreshness.isKnown(served, "", request, response) ? null : Shown.of(place, locale);
        });
    }

    @GetMapping(path = "/api/guide/address/{id}", produces = MediaTypes.JSON)
    @Nullable
    Told address(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return told(
                request,
                response,
                locale,
                served -> served.index().find(GuideRequest.id(id)).filter(place -> place.sort() == Place.Sort.ADDRESS));
    }

    /** By district, neighbourhood, block and number, or by a position in it. */
    @GetMapping(path = "/api/guide/parcel", produces = MediaTypes.JSON)
    @Nullable
    Told parcel(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        GuideRequest asked = new GuideRequest(request);
        if (asked.has("lon") || asked.has("lat")) {
            Position position = asked.position();
            asked.check();
            return told(request, response, locale, served -> served.index().parcelAt(position));
        }
        String path = "/imar/" + asked.slug("ilce") + "/" + asked.slug("mahalle") + "/" + asked.slug("ada") + "/"
                + asked.slug("parsel");
        asked.check();
        return told(request, response, locale, served -> served.parcelAt(path));
    }

    @GetMapping(path = "/api/guide/nearest", produces = MediaTypes.JSON)
    @Nullable
    Near nearest(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        GuideRequest asked = new GuideRequest(request);
        String kind = asked.kind();
        Position position = asked.position();
        int limit = asked.limit(SOME);
        asked.check();
        return places.read(served -> {
            Now now = cards.now(served.index());
            List<GuideCards.Hit> hits = served.index().nearest(kind, position, limit).stream()
                    .map(place -> cards.hit(place, position, now, locale))
                    .toList();
            String hours = GuideCards.hours(hits);
            return GuideFreshness.isKnown(served, hours, request, response) ? null : new Near(served.release(), hits);
        });
    }

    /** What is here: the nearest door, the parcel and the neighbourhood of a position. */
    @GetMapping(path = "/api/guide/reverse", produces = MediaTypes.JSON)
    @Nullable
    Here here(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        GuideRequest asked = new GuideRequest(request);
        Position position = asked.position();
        asked.check();
        return places.read(served -> {
            Here here = here(served, position, locale);
            String hours = GuideCards.hours(here.places());
            return GuideFreshness.isKnown(served, hours, request, response) ? null : here;
        });
    }

    private Here here(ServedPlaces.Served served, Position position, Locale locale) {
        Now now = cards.now(served.index());
        return new Here(
                served.release(),
                hit(
                        served.index().around(Place.Sort.ADDRESS, position, HERE_METRES, 1).stream()
                                .findFirst(),
                        position,
                        now,
                        locale),
                hit(served.index().parcelAt(position), position, now, locale),
                hit(served.index().neighbourhoodAt(position), position, now, locale),
                served.index().around(Place.Sort.PLACE, position, HERE_METRES, SOME).stream()
                        .map(place -> cards.hit(place, position, now, locale))
                        .toList(),
                served.written(position));
    }

    /** One position in every system; given as text, or as lon and lat. */
    @GetMapping(path = "/api/guide/convert", produces = MediaTypes.JSON)
    @Nullable
    Conversions convert(HttpServletRequest request, HttpServletResponse response) {
        GuideRequest asked = new GuideRequest(request);
        boolean isText = asked.has("q");
        String text = isText ? asked.text() : "";
        Position given = isText ? new Position(0, 0) : asked.position();
        asked.check();
        return places.read(served -> {
            Position position = isText ? written(text, served.srid()) : given;
            return GuideFreshness.isKnown(served, "", request, response) ? null : served.written(position);
        });
    }

    private static Position written(String text, int srid) {
        return WrittenPosition.read(text, srid).orElseThrow(() -> Problem.invalid("q", Wording.of("guide.position")));
    }

    private @Nullable Told told(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Finder finder) {
        return places.read(served -> {
            Place place = finder.find(served).orElseThrow(Problem::noPlace);
            GuideCards.Card card = cards.card(place, cards.now(served.index()), locale);
            String hours = GuideCards.hours(card);
            return GuideFreshness.isKnown(served, hours, request, response) ? null : new Told(served.release(), card);
        });
    }

    private GuideCards.@Nullable Hit hit(Optional<Place> place, Position from, Now now, Locale locale) {
        return place.isEmpty() ? null : cards.hit(place.get(), from, now, locale);
    }

    /** Finds one place in one index. */
    @FunctionalInterface
    private interface Finder {
        Optional<Place> find(ServedPlaces.Served served);
    }

    record Told(long release, GuideCards.Card place) {}

    /** A GeoJSON feature. */
    record Shown(String type, String id, @JsonRawValue String geometry, Map<String, String> properties) {
        static Shown of(Place place, Locale locale) {
            String point = "{\"type\":\"Point\",\"coordinates\":[" + place.longitude() + "," + place.latitude() + "]}";
            return new Shown(
                    "Feature",
                    place.id().toString(),
                    Objects.requireNonNullElse(place.geometry(), point),
                    Map.of("title", place.title(), "kind", place.kind().in(locale), "path", place.path()));
        }
    }

    record Near(long release, List<GuideCards.Hit> results) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Here(
            long release,
            GuideCards.@Nullable Hit address,
            GuideCards.@Nullable Hit parcel,
            GuideCards.@Nullable Hit neighbourhood,
            List<GuideCards.Hit> places,
            Conversions position) {}
}
