package tr.kentatlas.registry.conflict;

import tr.kentatlas.spatial.word.Worded;

/** What became of a conflict. */
public enum ConflictState implements Worded {
    OPEN,
    /** May stay as it is, until it changes or its day has come. */
    IGNORED,
    DECIDED,
    /** A comparison found it no more. */
    GONE;

    static ConflictState of(String word) {
        return Worded.of(ConflictState.class, word);
    }

    /** Whether somebody may still decide about it. */
    boolean isUndecided() {
        return this == OPEN || this == IGNORED;
    }
}
