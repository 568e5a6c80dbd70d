package tr.kentatlas.api.thematic.saved;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
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
        /** Its owner. */
        PRIVATE,
        /** Members of staff whose roles show them what it is made of. */
        STAFF,
        /** Whoever has the link. */
        SHARED,
        /** Everybody; it is a layer of the map service. */
        PUBLISHED;

        /** Whether one need not be of the house. */
        boolean isOpen() {
            return this == SHARED || this == PUBLISHED;
        }
    }

    /** Whether they may change, share and delete it; anybody who sees it may copy it. */
    boolean belongsTo(Staff staff) {
        return owner.equals(staff.account()) || staff.roles().contains(Role.ADMIN);
    }

    /** The same JSON with the decision, or with none. */
    ObjectNode decided(ObjectNode told) {
        return told.put("decisionNo", decision == null ? null : decision.number())
                .put("decisionDate", decision == null ? null : decision.date().toString());
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
