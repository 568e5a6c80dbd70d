package tr.kentatlas.api.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.DutyTurn;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** {@code /api/guide/duty}: the pharmacies on duty now or at a moment, nearest first, and which come next. */
@RestController
@Open
class DutyController {
    private final ServedPlaces places;
    private final GuideCards cards;
    private final InstantSource clock = InstantSource.system();

    DutyController(ServedPlaces places, GuideCards cards) {
        this.places = places;
        this.cards = cards;
    }

    @GetMapping(path = "/api/guide/duty", produces = MediaTypes.JSON)
    @Nullable
    Duty duty(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        GuideRequest asked = new GuideRequest(request);
        Instant moment = asked.at(clock.instant());
        Optional<Position> near = asked.near();
        asked.check();
        return places.read(served -> {
            List<DutyTurn> now = served.index().onDuty(moment);
            List<DutyTurn> next = now.isEmpty() ? served.index().nextDuty(moment) : List.of();
            Now then = Now.of(moment, now);
            List<Turn> onDuty = turns(served, now, near.orElse(null), then, locale);
            List<Turn> later = turns(served, next, near.orElse(null), then, locale);
            String state = now + "/" + next + hours(onDuty) + hours(later);
            return GuideFreshness.isKnown(served, state, request, response)
                    ? null
                    : new Duty(served.release(), moment, onDuty, later);
        });
    }

    private static String hours(List<Turn> turns) {
        return GuideCards.hours(turns.stream().map(Turn::pharmacy).toList());
    }

    private List<Turn> turns(
            ServedPlaces.Served served, List<DutyTurn> turns, @Nullable Position near, Now now, Locale locale) {
        return turns.stream()
                .flatMap(turn -> served
                        .index()
                        .find(turn.pharmacy())
                        .map(place -> {
                            return new Turn(
                                    turn.from(),
                                    turn.until(),
                                    fact(place, "phone"),
                                    fact(place, "address"),
                                    cards.hit(place, near, now, locale));
                        })
                        .stream())
                .sorted(Comparator.comparingLong(
                                (Turn turn) -> Objects.requireNonNullElse(turn.pharmacy.distance(), 0L))
                        .thenComparing(turn -> turn.pharmacy.title()))
                .toList();
    }

    private static @Nullable String fact(Place place, String key) {
        Text text = place.fact(key);
        return text == null ? null : text.tr();
    }

    /**
     * One pharmacy's turn.
     *
     * @param address street and door, as far as they are known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Turn(
            Instant from,
            Instant until,
            @Nullable String phone,
            @Nullable String address,
            GuideCards.Hit pharmacy) {}

    /**
     * Who is on duty.
     *
     * @param next who begins next; only told while nobody is on duty
     */
    record Duty(long release, Instant at, List<Turn> onDuty, List<Turn> next) {}
}
