package tr.kentatlas.registry.conflict;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of several that could belong to the other side of a conflict, where somebody has to choose.
 *
 * @param local one of the city's objects; null where the registry's rows are to be chosen from
 * @param code a row of the registry; null where the city's objects are to be chosen from
 * @param longitude degrees, WGS 84; null where it has no place
 */
public record Candidate(
        @Nullable UUID local,
        @Nullable Long code,
        @Nullable String street,
        @Nullable String label,
        @Nullable Double longitude,
        @Nullable Double latitude) {}
