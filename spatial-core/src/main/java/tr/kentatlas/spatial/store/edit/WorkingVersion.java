package tr.kentatlas.spatial.store.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an object: when it was known, when it is true, and who made it.
 *
 * @param knownTo null while it is known
 * @param ended who deleted it, where nothing followed it
 */
public record WorkingVersion(
        int number,
        Instant knownFrom,
        @Nullable Instant knownTo,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        Made made,
        @Nullable Made ended) {

    /**
     * Whose change it was, and why.
     *
     * @param ofImport whether a source gave the values, not a person
     */
    public record Made(Instant at, String by, @Nullable String reason, boolean ofImport) {}
}
