package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.word.Worded;

/**
 * Where an agreement stands: its state, why, and since when.
 *
 * @param reason what the partner is told; null when nobody gave one
 */
public record Standing(State state, @Nullable String reason, Instant since) {

    /** The states of an agreement, as the partner's answers depend on them. */
    public enum State implements Worded {
        /** Being written; opens nothing. */
        DRAFT,
        /** In force, but its first day is still to come; by the calendar, never written down. */
        UPCOMING,
        ACTIVE,
        /** Stopped, and may go on. */
        SUSPENDED,
        /** Ended before its time, for good. */
        REVOKED,
        /** Ended by its last day. */
        EXPIRED;

        /** Whether the partner must be told why. */
        boolean needsReason() {
            return this == SUSPENDED || this == REVOKED;
        }

        /** Whether an agreement may go from this state to the other. */
        boolean mayBecome(State next) {
            return switch (this) {
                case DRAFT -> next == ACTIVE || next == REVOKED;
                case ACTIVE -> next == SUSPENDED || next == REVOKED || next == EXPIRED;
                case SUSPENDED -> next == ACTIVE || next == REVOKED || next == EXPIRED;
                case EXPIRED -> next == ACTIVE || next == REVOKED;
                case UPCOMING, REVOKED -> false;
            };
        }
    }
}
