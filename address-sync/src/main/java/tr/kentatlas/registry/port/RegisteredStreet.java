package tr.kentatlas.registry.port;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A road's part in one neighbourhood (CSBM). A road that crosses neighbourhoods is several streets.
 *
 * @param code national street code (UAVT)
 * @param road code of the whole road (yol kimlik no); null when the registry tells only streets
 * @param name as spelled by the registry, without the word for its kind
 * @param secondName another name in use (Ad2)
 * @param oldName the name before (EskiAd)
 * @param kind code of list csbmTuru; a number that list does not have is kept as it came
 * @param sides in this neighbourhood; empty when the registry tells only streets
 * @param centreLines those with a side in this neighbourhood, EPSG:4326, x = longitude; null when the registry gives none
 */
public record RegisteredStreet(
        long code,
        @Nullable Long road,
        long neighbourhood,
        String name,
        @Nullable String secondName,
        @Nullable String oldName,
        String kind,
        List<RegisteredSide> sides,
        @Nullable Geometry centreLines,
        Revision revision)
        implements RegisteredRow {
    public RegisteredStreet {
        sides = List.copyOf(sides);
    }
}
