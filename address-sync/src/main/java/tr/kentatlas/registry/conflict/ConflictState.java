package tr.kentatlas.registry.conflict;

import java.util.Locale;

/** What became of a conflict. */
public enum ConflictState {
    OPEN,
    /** May stay as it is, until it changes or its day has come. */
    IGNORED,
    DECIDED,
    /** A comparison found it no more. */
    GONE;

    /** The tables' word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConflictState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody may still decide about it. */
    boolean isUndecided() {
        return this == OPEN || this == IGNORED;
    }
}
