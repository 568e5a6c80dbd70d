package tr.kentatlas.spatial.store.edit;

import java.sql.SQLException;

/** The database refused an edit; nothing of it remains. */
public final class EditFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Raised where a change is numbered. */
    private static final String CLOCK = "KC001";

    private final boolean ofClock;

    EditFailed(SQLException cause) {
        super("the edit was refused by the database: " + cause.getMessage(), cause);
        ofClock = CLOCK.equals(cause.getSQLState());
    }

    /** Whether the clock and the time of the last change contradict each other, so that no change is taken. */
    public boolean isOfClock() {
        return ofClock;
    }
}
