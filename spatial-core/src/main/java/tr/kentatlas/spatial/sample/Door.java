package tr.kentatlas.spatial.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A door number (numarataj).
 *
 * @param left whether it lies left of the road in the direction of numbering, where numbers are odd
 * @param house the building it leads into; null for an empty plot or the gate of a housing estate
 * @param upper the door it depends on: the gate of an estate, or the main door of a building's side door
 */
record Door(
        UUID id,
        String number,
        Kind kind,
        Link link,
        boolean left,
        Coordinate at,
        double angle,
        Parcel parcel,
        @Nullable House house,
        @Nullable Door upper) {

    enum Kind {
        MAIN,
        SIDE,
        EMPTY_PLOT,
        GATE
    }
}
