package tr.kentatlas.spatial.store.edit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor saw before changing it: an object, one of its validity periods, and the version of that.
 *
 * @param validFrom where the period begins; null for one without beginning
 */
public record ObjectVersion(String type, UUID id, @Nullable OffsetDateTime validFrom, int version) {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    /** A moment that lies in the period. */
    public Instant moment() {
        return validFrom == null ? EARLIEST : validFrom.toInstant();
    }

    /** Of an object without periods. */
    public static ObjectVersion of(String type, UUID id, int version) {
        return new ObjectVersion(type, id, null, version);
    }
}
