package tr.kentatlas.api.thematic.saved;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.spatial.word.Worded;

/**
 * A thematic map that is kept.
 *
 * @param definition as it was saved; read again for each caller, who may see less than its maker
 * @param decision what it was published by; null until then
 * @param changedAt tells one version of it from another
 */
record SavedMap(
        String id,
        JsonNode definition,
        State state,
        @Nullable Decision decision,
        String owner,
        String changedBy,
        Instant changedAt) {

    /** Who may see it. */
    enum State implements Worded {
        /** Planners at the desk. */
        PRIVATE,
        /** Whoever has the link. */
        SHARED,
        /** Everybody; it is a layer of the map service. */
        PUBLISHED
    }

    /**
     * Who does something to a map, and of which version.
     *
     * @param seen when the version they looked at was made; null where they do not say
     */
    record Doer(String account, @Nullable Instant seen) {
        /** The same with the version that was found, so that nothing else than what was examined is decided on. */
        Doer examined(SavedMap map) {
            return new Doer(account, map.changedAt());
        }
    }

    /** The decision a map was published by. */
    record Decision(String number, LocalDate date) {}
}
