package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * A mahalle or a locality of a village as the registry holds it; the registry alone changes it.
 *
 * @param name in the registry's spelling; null for a village itself, whose name is in {@code village}
 * @param kind the registry's own type number (1 mahalle, 0 köy, 3 mezra, 4 and 6 mevkii, 5 yayla or küme evleri)
 */
public record RegisteredNeighbourhood(
        long code,
        long district,
        @Nullable String name,
        @Nullable String village,
        int kind,
        Revision revision) {}
