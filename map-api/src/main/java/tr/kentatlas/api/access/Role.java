package tr.kentatlas.api.access;

import java.util.Locale;
import tr.kentatlas.spatial.word.Worded;

/** What a member of staff is there for; the administrator may do whatever any other role may. */
public enum Role implements Worded {
    /** Reads: what is published, records, match rates. */
    VIEWER,
    /** Makes maps and answers questions of planning. */
    PLANNER,
    /** Changes working data. */
    EDITOR,
    /** Gives door numbers and answers for the national address registry. */
    NUMBERING,
    /** Answers for the data: checks, approves and publishes. */
    STEWARD,
    /** Makes agreements with other institutions. */
    AGREEMENTS,
    /** Reads who did what. */
    AUDITOR,
    /** Decides who is staff. */
    ADMIN;

    /** The role of a word, whichever its case; any other text is an {@link IllegalArgumentException}. */
    public static Role of(String word) {
        return Worded.of(Role.class, word.trim().toLowerCase(Locale.ROOT));
    }
}
