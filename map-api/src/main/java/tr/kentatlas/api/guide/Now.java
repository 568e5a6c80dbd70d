package tr.kentatlas.api.guide;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.DutyTurn;
import tr.kentatlas.spatial.search.Place;

/**
 * The moment places are told of: whether they are open then.
 *
 * @param dutyEnds the pharmacies on duty, each until when
 */
record Now(Instant moment, Map<UUID, Instant> dutyEnds) {
    Now {
        dutyEnds = Map.copyOf(dutyEnds);
    }

    static Now of(Instant moment, List<DutyTurn> onDuty) {
        return new Now(
                moment,
                onDuty.stream()
                        .collect(
                                Collectors.toMap(DutyTurn::pharmacy, DutyTurn::until, (a, b) -> a.isAfter(b) ? a : b)));
    }

    /** Until when it is on duty; null when it is not. */
    @Nullable
    Instant dutyEnd(Place place) {
        return dutyEnds.get(place.id());
    }

    /** The official holiday that is, or may be. */
    Optional<Text> holiday() {
        return Holidays.OFFICIAL.at(here().toLocalDateTime());
    }

    /** Who is on duty is open, whatever the usual hours; null where nobody can tell. */
    @Nullable
    Boolean isOpen(Place place) {
        if (dutyEnds.containsKey(place.id())) return true;
        Text text = place.fact("hours");
        OpeningHours hours = text == null ? null : OpeningHours.read(text.tr()).orElse(null);
        return hours == null ? null : isOpen(hours);
    }

    /** Where today or yesterday may be a holiday or not, what is true in every case. */
    private @Nullable Boolean isOpen(OpeningHours hours) {
        Set<Optional<Boolean>> answers = new HashSet<>();
        LocalDateTime moment = here().toLocalDateTime();
        for (boolean today : mayBeHoliday(moment)) {
            for (boolean yesterday :
                    mayBeHoliday(moment.toLocalDate().atStartOfDay().minusNanos(1))) {
                answers.add(Optional.ofNullable(hours.isOpen(here(), today, yesterday)));
            }
        }
        return answers.size() == 1 ? answers.iterator().next().orElse(null) : null;
    }

    private static Set<Boolean> mayBeHoliday(LocalDateTime moment) {
        if (Holidays.OFFICIAL.at(moment).isEmpty()) return Set.of(false);
        return Holidays.OFFICIAL.isSure(moment) ? Set.of(true) : Set.of(true, false);
    }

    private ZonedDateTime here() {
        return moment.atZone(CityTime.ZONE);
    }
}
