package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A building (yapı) as the registry holds it.
 *
 * @param kind code of list yapiTipi, {@code condition} of list yapiDurum; unknown ones as they came; null when not told
 * @param footprint EPSG:4326, x = longitude; null when the registry gives none
 */
public record RegisteredBuilding(
        long code,
        long neighbourhood,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String condition,
        @Nullable Integer floorsAbove,
        @Nullable Integer floorsBelow,
        @Nullable Geometry footprint,
        Revision revision)
        implements RegisteredRow {}
