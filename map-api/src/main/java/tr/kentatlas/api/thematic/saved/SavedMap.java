package tr.kentatlas.api.thematic.saved;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A thematic map that is kept.
 *
 * @param definition as it was saved; read again for each caller, who may see less than its maker
 * @param decision what it was published by; null until then
 */
record SavedMap(
        String id,
        JsonNode definition,
        State state,
        @Nullable Decision decision,
        String owner,
        Instant changedAt) {

    /** Who may see it. */
    enum State {
        /** Planners at the desk. */
        PRIVATE,
        /** Whoever has the link. */
        SHARED,
        /** Everybody; it is a layer of the map service. */
        PUBLISHED
    }

    /** The decision a map was published by. */
    record Decision(String number, LocalDate date) {}
}
