package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.feature.FeatureId;

/** One planned building. */
final class House {
    final String key;
    final UUID id;
    final Parcel parcel;
    /** The side of the parcel that the building turns to. */
    final Parcel.Front front;

    final HouseUse use;
    final Polygon footprint;
    /** Where people enter, just in front of the wall. */
    final Coordinate door;

    final double doorAngle;
    final double area;
    /** Fixed chance of this house, in [0, 1). */
    final double luck;
    /** Towers standing on a common base. */
    final List<Polygon> blocks = new ArrayList<>();

    String name = "";
    int above;
    int below;
    int perFloor;
    int shops;
    int dwellings;
    int year;

    @Nullable
    Door mainDoor;

    House(
            String source,
            Parcel parcel,
            Parcel.Front front,
            int number,
            HouseUse use,
            Polygon footprint,
            Coordinate door,
            double doorAngle,
            double luck) {
        this.key = parcel.key + ":" + number;
        this.id = FeatureId.of(source, "bina", key);
        this.parcel = parcel;
        this.front = front;
        this.use = use;
        this.footprint = footprint;
        this.door = door;
        this.doorAngle = doorAngle;
        this.area = footprint.getArea();
        this.luck = luck;
    }

    /** Floors above ground, as their number. */
    int floors() {
        return above + below;
    }

    int units() {
        return shops + dwellings;
    }
}
