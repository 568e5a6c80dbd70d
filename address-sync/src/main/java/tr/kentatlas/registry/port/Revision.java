package tr.kentatlas.registry.port;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in its life at the registry.
 *
 * @param active false once the registry has retired the row (its code stays)
 * @param version grows with each change of the row
 * @param updatedOn the day of the last change in Türkiye; null when not told
 * @param successor code of the row that took its place (karşılık kodu); null when there is none
 */
public record Revision(
        boolean active,
        long version,
        @Nullable LocalDate updatedOn,
        @Nullable Long successor) {
    public static Revision active(long version) {
        return new Revision(true, version, null, null);
    }
}
