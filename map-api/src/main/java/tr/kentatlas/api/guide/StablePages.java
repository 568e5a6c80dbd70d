package tr.kentatlas.api.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.guide.ServedPlaces.Served;
import tr.kentatlas.api.guide.convert.Conversions;
import tr.kentatlas.api.guide.page.ParcelPdf;
import tr.kentatlas.api.guide.page.ZoningWords;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.search.Slug;

/**
 * {@code /yer/{id}}, {@code /adres/{numarataj}} and {@code /imar/{ilce}/{mahalle}/{ada}/{parsel}}: pages that keep their address; {@code
 * /imar/{id}} is a parcel's that has no number of its own.
 */
@Controller
@Open
class StablePages {
    private static final String PARCEL = "/imar/{ilce}/{mahalle}/{ada}/{parsel}";
    private static final String PARCEL_ITSELF = "/imar/{id}";
    private static final int NEIGHBOURS = 6;
    private static final double AROUND_METRES = 600;

    private final ServedPlaces places;
    private final GuideCards cards;
    private final ZoningWords zoning;
    private final ParcelPdf pdf;
    private final City city;

    StablePages(ServedPlaces places, GuideCards cards, ZoningWords zoning, ParcelPdf pdf, City city) {
        this.places = places;
        this.cards = cards;
        this.zoning = zoning;
        this.pdf = pdf;
        this.city = city;
    }

    @GetMapping(
            path = {"/yer/{id}", "/adres/{id}"},
            produces = MediaTypes.HTML)
    @Nullable
    ModelAndView place(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return places.read(served -> {
            Place place = byId(served, id);
            if (!request.getRequestURI().equals(place.path())) return new ModelAndView("redirect:" + place.path());
            return page(served, place, request, response, locale);
        });
    }

    @GetMapping(
            path = {"/yer/{id}", "/adres/{id}"},
            produces = MediaTypes.JSON)
    @ResponseBody
    CardController.Told card(@PathVariable String id, HttpServletRequest request, Locale locale) {
        GuideRequest.checkForm(request, "json", "html");
        return places.read(served -> told(served, byId(served, id), locale));
    }

    @GetMapping(
            path = {PARCEL, PARCEL_ITSELF},
            produces = MediaTypes.HTML)
    @Nullable
    ModelAndView parcel(
            @PathVariable Map<String, String> named,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return places.read(served -> page(served, parcel(served, named), request, response, locale));
    }

    @GetMapping(
            path = {PARCEL, PARCEL_ITSELF},
            produces = MediaTypes.JSON)
    @ResponseBody
    CardController.Told parcelCard(@PathVariable Map<String, String> named, HttpServletRequest request, Locale locale) {
        GuideRequest.checkForm(request, "json", "html", "pdf");
        return places.read(served -> told(served, parcel(served, named), locale));
    }

    @GetMapping(
            path = {PARCEL, PARCEL_ITSELF},
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> parcelPdf(@PathVariable Map<String, String> named, Locale locale) {
        return places.read(served -> {
            Place place = parcel(served, named);
            String name = place.path().substring(1).replace('/', '-') + ".pdf";
            List<Place> around = served.index()
                    .around(Place.Sort.PARCEL, new Position(place.longitude(), place.latitude()), 150, 60);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                    .header("Cache-Control", "public, max-age=60")
                    .varyBy("Accept", "Accept-Language")
                    .body(pdf.write(city.name(), place, around, served.edition(), locale));
        });
    }

    /** A stroke at the end is a slip of the hand. */
    @GetMapping({"/yer/{id}/", "/adres/{id}/", PARCEL + "/", PARCEL_ITSELF + "/"})
    ResponseEntity<Void> withStroke(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("/+$", "");
        String query = request.getQueryString();
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header("Location", query == null ? path : path + "?" + query)
                .build();
    }

    private @Nullable ModelAndView page(
            Served served, Place place, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Now now = cards.now(served.index());
        GuideCards.Card card = cards.card(place, now, locale);
        List<GuideCards.Hit> near = near(served, place, now, locale);
        String hours = GuideCards.hours(card) + GuideCards.hours(near);
        if (GuideFreshness.isKnown(served, hours, request, response)) return null;
        ModelAndView page = new ModelAndView(place.sort() == Place.Sort.PARCEL ? "parcel" : "place")
                .addObject("card", card)
                .addObject("position", Conversions.of(new Position(place.longitude(), place.latitude()), served.srid()))
                .addObject("release", zoning.release(served.edition(), locale))
                .addObject("features", "/api/guide/place/" + place.id() + "/feature")
                .addObject("near", near);
        return place.parcel() == null
                ? page
                : page.addObject("zoning", zoning.of(place.parcel(), locale))
                        .addObject("area", zoning.area(place.parcel(), locale))
                        .addObject("restrictions", zoning.restrictions(place.parcel(), locale))
                        .addObject("decision", zoning.decision(served.edition(), locale));
    }

    private CardController.Told told(Served served, Place place, Locale locale) {
        return new CardController.Told(served.release(), cards.card(place, cards.now(served.index()), locale));
    }

    private List<GuideCards.Hit> near(Served served, Place place, Now now, Locale locale) {
        Position here = new Position(place.longitude(), place.latitude());
        return served.index().around(Place.Sort.PLACE, here, AROUND_METRES, NEIGHBOURS + 1).stream()
                .filter(other -> !other.id().equals(place.id()))
                .limit(NEIGHBOURS)
                .map(other -> cards.hit(other, here, now, locale))
                .toList();
    }

    private static Place byId(Served served, String id) {
        return served.index().find(GuideRequest.id(id)).orElseThrow(Problem::noPlace);
    }

    /** By its number, or by its identity where it has none of its own. */
    private static Place parcel(Served served, Map<String, String> named) {
        String id = named.get("id");
        if (id == null) return numbered(served, named);
        return Optional.of(byId(served, id))
                .filter(place -> place.sort() == Place.Sort.PARCEL)
                .orElseThrow(Problem::noPlace);
    }

    private static Place numbered(Served served, Map<String, String> named) {
        String path = Stream.of("ilce", "mahalle", "ada", "parsel")
                .map(part -> Slug.of(Objects.requireNonNull(named.get(part))))
                .collect(Collectors.joining("/", "/imar/", ""));
        return served.parcelAt(path).orElseThrow(() -> Problem.noParcel(Wording.of("guide.no-parcel", path)));
    }
}
