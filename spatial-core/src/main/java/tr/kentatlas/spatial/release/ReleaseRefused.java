package tr.kentatlas.spatial.release;

import java.util.Arrays;
import java.util.List;
import tr.kentatlas.spatial.word.Worded;

/** A step of a release may not be taken, and why; whoever asked for it words it. */
public final class ReleaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<Object> values;

    /** Why not; beside each what {@link #values} names. */
    public enum Why implements Worded {
        /** Another job of a release is under way. */
        BUSY,
        /** The database let go of this job, so that another may have begun. */
        TURN_LOST,
        NO_DRAFT,
        /** The unknown theme, and those there are. */
        NO_THEME,
        /** The draft that would be replaced, and its approved themes. */
        DRAFT_APPROVED,
        /** The release. */
        NOT_CHECKED,
        /** The release, and the outcomes nobody answers for. */
        UNANSWERED,
        /** Nobody says why errors may stay. */
        ACCEPTED_WITHOUT_REASON,
        /** The rule and the release. */
        NOTHING_TO_ACCEPT,
        APPROVAL_WITHOUT_NUMBER,
        APPROVAL_WITHOUT_PERSON,
        /** The theme, and the body whose decision it needs. */
        NEEDS_BODY,
        /** The themes. */
        NOT_APPROVED,
        /** The types with their rows before and now. */
        MANY_ROWS_LOST,
        ROLLBACK_WITHOUT_REASON,
        NOTHING_PUBLISHED,
        NO_EARLIER,
        /** The release. */
        NOT_KEPT
    }

    ReleaseRefused(Why why, Object... values) {
        super(why + Arrays.toString(values));
        this.why = why;
        this.values = List.of(values);
    }

    public Why why() {
        return why;
    }

    /** What the refusal is about: numbers, names, and lists of them. */
    public List<Object> values() {
        return values;
    }
}
