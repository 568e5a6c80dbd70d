package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * A door number (numarataj, dış kapı) as the registry holds it.
 *
 * @param street national street code it counts on
 * @param side code of the road side it hangs on; null when the registry tells only the street
 * @param building null for an empty plot
 * @param otherConstruction TUCBS number of the other construction (diğer yapı) it leads to
 * @param parcel taşınmaz kimlik no of its parcel
 * @param mainDoor code of the door this side door belongs to
 * @param number as spelled by the registry
 * @param kind code of list numaratajTipi; unknown ones as they came; null when not told
 * @param position EPSG:4326, x = longitude; null when the registry gives none
 */
public record RegisteredDoor(
        long code,
        long neighbourhood,
        long street,
        @Nullable Long side,
        @Nullable Long building,
        @Nullable String otherConstruction,
        @Nullable Long parcel,
        @Nullable Long mainDoor,
        String number,
        @Nullable String kind,
        @Nullable Point position,
        Revision revision)
        implements RegisteredRow {
    /** One of which neither another construction nor a parcel is told. */
    public RegisteredDoor(
            long code,
            long neighbourhood,
            long street,
            @Nullable Long side,
            @Nullable Long building,
            @Nullable Long mainDoor,
            String number,
            @Nullable String kind,
            @Nullable Point position,
            Revision revision) {
        this(code, neighbourhood, street, side, building, null, null, mainDoor, number, kind, position, revision);
    }
}
