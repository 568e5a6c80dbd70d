package tr.kentatlas.spatial.planning.walk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What people walk to: a feature, or a place somebody pointed at.
 *
 * @param id null for a place that is no feature
 * @param longitude in CRS84
 * @param entries where it can be entered, in the storage CRS: its point, or places along its edge
 * @param isArea whether the entries are places along the edge of an area
 */
public record Facility(
        @Nullable UUID id, String name, double longitude, double latitude, List<Coordinate> entries, boolean isArea) {
    public Facility {
        entries = List.copyOf(entries);
    }
}
