package tr.kentatlas.spatial.store.edit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor saw before changing it: an object, one of its validity periods, and the version of that.
 *
 * @param validFrom where the period begins; null for one without beginning
 */
public record ObjectVersion(String type, UUID id, @Nullable OffsetDateTime validFrom, int version) {
    /** Of an object without periods. */
    public static ObjectVersion of(String type, UUID id, int version) {
        return new ObjectVersion(type, id, null, version);
    }
}
