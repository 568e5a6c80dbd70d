package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * A door number to add or change.
 *
 * @param side code of the road side it hangs on
 * @param building code of its building; null for an empty plot
 * @param otherConstruction TUCBS number of the other construction (diğer yapı) it leads to
 * @param parcel taşınmaz kimlik no of its parcel
 * @param mainDoor code of the door a side door belongs to
 * @param number at most 16 characters
 * @param kind code of list numaratajTipi
 * @param position EPSG:4326, x = longitude
 */
public record DoorWrite(
        Target target,
        long neighbourhood,
        long street,
        @Nullable Long side,
        @Nullable Long building,
        @Nullable String otherConstruction,
        @Nullable Long parcel,
        @Nullable Long mainDoor,
        String number,
        String kind,
        @Nullable Point position)
        implements RegistryWrite {}
