package tr.kentatlas.registry.pull;

import tr.kentatlas.spatial.word.Worded;

/** A reading that was not taken over, and why; nothing was changed. */
public final class NotHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final long neighbourhood;

    /** Why not. */
    public enum Why implements Worded {
        NO_REASON,
        NOT_HELD,
        /** It was read again since the person looked at it. */
        READ_AGAIN
    }

    NotHeld(Why why, long neighbourhood) {
        super(why + " " + neighbourhood);
        this.why = why;
        this.neighbourhood = neighbourhood;
    }

    public Why why() {
        return why;
    }

    /** National code. */
    public long neighbourhood() {
        return neighbourhood;
    }
}
