package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * The registry's row a write is meant for.
 *
 * @param code null for a new row
 * @param version the version the sender knows; an older one than the registry's is refused with {@link ResultCode#STALE_VERSION}. 0: not
 *     checked
 */
public record Target(@Nullable Long code, long version) {
    /** A row the registry does not have yet. */
    public static Target fresh() {
        return new Target(null, 0);
    }
}
