package tr.kentatlas.spatial.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature on its way into the working data, as a reader delivers it.
 *
 * @param type name of the feature type
 * @param id its {@code tucbs_no}; null when the source gives none (the record is then rejected with its reason)
 * @param values by column name; null: it has none, absent: the source does not say. Java types: String, Integer, Long, Double, Boolean, LocalDate,
 *     OffsetDateTime, UUID, List of those for repeated attributes, Geometry for second geometries
 * @param geometry in the source's declared CRS, x = east or longitude first
 */
public record FeatureRecord(
        String type,
        @Nullable UUID id,
        Map<String, @Nullable Object> values,
        @Nullable Geometry geometry) {

    public FeatureRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
