package tr.kentatlas.api.exchange.key;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A key as kept: whose it is, how long it opens, and the hash of its text. */
public final class PartnerKey {
    private final long id;
    private final long agreement;
    private final String prefix;
    private final byte[] hash;
    private final String label;
    private final Instant madeAt;
    private final Instant expiresAt;
    private final @Nullable Instant revokedAt;

    PartnerKey(
            long id,
            long agreement,
            String prefix,
            byte[] hash,
            String label,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {
        this.id = id;
        this.agreement = agreement;
        this.prefix = prefix;
        this.hash = Arrays.copyOf(hash, hash.length);
        this.label = label;
        this.madeAt = madeAt;
        this.expiresAt = expiresAt;
        this.revokedAt = revokedAt;
    }

    public long id() {
        return id;
    }

    public long agreement() {
        return agreement;
    }

    public String prefix() {
        return prefix;
    }

    public String label() {
        return label;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    /** Whether this is the key of that text; takes the same time for every wrong one. */
    public boolean matches(KeyText text) {
        return MessageDigest.isEqual(hash, text.hash());
    }

    /** Whether it is in force: neither revoked nor past its day. */
    public boolean isOpenAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
