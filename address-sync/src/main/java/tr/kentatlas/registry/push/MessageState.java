package tr.kentatlas.registry.push;

import java.util.Locale;

/** Where a message to the registry stands, in the order it may pass through them. */
public enum MessageState {
    QUEUED,
    SENT,
    /** It may have arrived. */
    UNCERTAIN,
    /** The registry says that it has it; no reading has shown it yet. */
    ACKED,
    /** Handed to people, who type it in. */
    BY_HAND,
    /** Who typed it in says so; no reading has shown it yet. */
    ENTERED,
    VERIFIED,
    REJECTED,
    /** Not needed any more. */
    CANCELLED;

    /** The word tables, command line and web use for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
