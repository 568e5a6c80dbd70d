package tr.kentatlas.registry.push;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.spatial.word.Worded;

/**
 * One message to the registry with what became of it.
 *
 * @param number in the order of queueing
 * @param code of the registry's row; of something new only after the registry gave one
 * @param place name of the neighbourhood
 * @param result what the last answer means, {@code said} what was said with it, or why it waits
 */
public record OutboxEntry(
        long number,
        UUID request,
        Level level,
        Kind kind,
        @Nullable String label,
        @Nullable Long code,
        long neighbourhood,
        @Nullable String place,
        MessageState state,
        int tries,
        @Nullable ResultCode result,
        @Nullable Remark said,
        String queuedBy,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime answeredAt) {

    /** What a message asks of the registry. */
    public enum Kind implements Worded {
        ADD,
        CHANGE,
        RETIRE;

        /** As the table has it. */
        public static Kind of(String action, boolean isNew) {
            if (action.equals("retire")) return RETIRE;
            return isNew ? ADD : CHANGE;
        }
    }
}
