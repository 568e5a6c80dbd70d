package tr.kentatlas.spatial.store.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Feature;

/**
 * An object of the working data in one of its validity periods.
 *
 * @param feature its values in the order of the attributes that were asked for, its place in CRS84
 * @param name what it is called by others; null where its own attributes say it
 * @param validFrom where the period begins; null for one without beginning
 */
public record WorkingRecord(
        Feature feature,
        @Nullable String name,
        int version,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {}
