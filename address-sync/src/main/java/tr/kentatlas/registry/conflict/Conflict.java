package tr.kentatlas.registry.conflict;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;

/**
 * A disagreement between the city and the registry.
 *
 * @param local the city's side: a road in a neighbourhood, or the object itself
 * @param object {@code tucbs_no} of the working object
 * @param code the registry's row
 * @param detail JSON: each differing field as [ours, theirs]
 */
public record Conflict(
        long number,
        ConflictKind kind,
        Level level,
        @Nullable UUID local,
        @Nullable UUID object,
        @Nullable Long code,
        long neighbourhood,
        String detail,
        String changedBy,
        ConflictState state) {}
