package tr.kentatlas.api.access.key;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.time.CityTime;

/** A key as kept: whose it is, how long it opens, and the hash of its text. */
public final class KeptKey {
    private final long id;
    private final long owner;
    private final String prefix;
    private final byte[] hash;
    private final String label;
    private final Instant madeAt;
    private final Instant expiresAt;
    private final @Nullable Instant revokedAt;

    KeptKey(
            long id,
            long owner,
            String prefix,
            byte[] hash,
            String label,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {
        this.id = id;
        this.owner = owner;
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

    public long owner() {
        return owner;
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

    /** Refuses a key that opens nothing any more, and says since when. */
    public void requireOpenAt(Instant now) {
        if (revokedAt != null) throw Problem.unauthorized(Wording.of("access.key-revoked", day(revokedAt)));
        if (!isOpenAt(now)) throw Problem.unauthorized(Wording.of("access.key-expired", day(expiresAt)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, CityTime.ZONE);
    }
}
