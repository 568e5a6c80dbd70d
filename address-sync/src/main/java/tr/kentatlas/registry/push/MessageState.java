package tr.kentatlas.registry.push;

import tr.kentatlas.spatial.word.Worded;

/** Where a message to the registry stands, in the order it may pass through them. */
public enum MessageState implements Worded {
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

    public static MessageState of(String word) {
        return Worded.of(MessageState.class, word);
    }
}
