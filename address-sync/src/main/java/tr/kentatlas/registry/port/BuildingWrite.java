package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A building to add or change.
 *
 * @param kind code of list yapiTipi
 * @param condition code of list yapiDurum
 * @param footprint EPSG:4326, x = longitude
 */
public record BuildingWrite(
        Target target,
        long neighbourhood,
        @Nullable String name,
        String kind,
        String condition,
        @Nullable Integer floorsAbove,
        @Nullable Integer floorsBelow,
        @Nullable Geometry footprint)
        implements RegistryWrite {}
