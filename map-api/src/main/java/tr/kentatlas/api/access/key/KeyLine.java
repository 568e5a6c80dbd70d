package tr.kentatlas.api.access.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as it is listed. */
public record KeyLine(
        String prefix,
        String label,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        boolean open) {
    public static KeyLine of(KeptKey key) {
        return new KeyLine(
                key.prefix(), key.label(), key.madeAt(), key.expiresAt(), key.revokedAt(), key.isOpenAt(Instant.now()));
    }
}
