package tr.kentatlas.api.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.search.PlaceIndex;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.search.SearchQuestion;

/**
 * The pharmacies that serve now, and where they are looked for.
 *
 * @param around the place a question names, where its asker is not in it
 * @param isLoose whether it names one nobody knows
 */
record Pharmacies(PlaceIndex index, Now now, Optional<Place> around, boolean isLoose) {
    private static final String PHARMACY = "eczane";

    /** So many of the nearest are asked for their hours; at night hardly one is open but those on duty. */
    private static final int ASKED = 200;

    static Pharmacies named(String place, PlaceIndex index, Now now, @Nullable Position near) {
        if (place.isEmpty()) return new Pharmacies(index, now, Optional.empty(), false);
        PlaceIndex.Answer answer = index.search(SearchQuestion.of(place), near, 1);
        Optional<Place> named =
                answer.isLoose() ? Optional.empty() : answer.places().stream().findFirst();
        boolean isLoose = named.isEmpty();
        return new Pharmacies(index, now, named.filter(one -> !isIn(one, near, index)), isLoose);
    }

    /** Where distances begin. */
    @Nullable
    Position from(@Nullable Position near) {
        return around.map(place -> new Position(place.longitude(), place.latitude()))
                .orElse(near);
    }

    List<Place> onDuty() {
        return now.dutyEnds().keySet().stream()
                .flatMap(pharmacy -> index.find(pharmacy).stream())
                .toList();
    }

    List<Place> open(@Nullable Position near) {
        return open(Stream.concat(onDuty().stream(), index.nearest(PHARMACY, from(near), ASKED).stream()), now);
    }

    static List<Place> open(Stream<Place> pharmacies, Now now) {
        Map<UUID, Place> open = new LinkedHashMap<>();
        pharmacies.filter(one -> Boolean.TRUE.equals(now.isOpen(one))).forEach(one -> open.putIfAbsent(one.id(), one));
        return List.copyOf(open.values());
    }

    /** Whoever is in the neighbourhood or district they name wants what is near to them, not to its middle. */
    private static boolean isIn(Place named, @Nullable Position near, PlaceIndex index) {
        if (near == null) return false;
        boolean isDistrict = named.sort() == Place.Sort.DISTRICT;
        return index.neighbourhoodAt(near).stream()
                .anyMatch(here -> isDistrict
                        ? here.where().contains(named.title())
                        : here.id().equals(named.id()));
    }
}
