package tr.kentatlas.spatial.feature;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published feature as a reader gets it.
 *
 * @param geometryJson GeoJSON geometry in the answer's CRS and axis order; null without place
 * @param values in the order of the fields that were asked for: String, Integer, Long, Double, Boolean, LocalDate, Instant, UUID, a List
 *     of those, or for a second geometry its GeoJSON
 */
public record Feature(UUID id, @Nullable String geometryJson, List<@Nullable Object> values) {
    public Feature {
        values = Collections.unmodifiableList(values);
    }
}
