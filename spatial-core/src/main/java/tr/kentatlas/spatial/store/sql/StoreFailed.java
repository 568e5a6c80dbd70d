package tr.kentatlas.spatial.store.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database could not answer; {@link #timedOut} when the question was too heavy. */
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String QUERY_CANCELED = "57014";
    private static final String UNDEFINED_TABLE = "42P01";

    public StoreFailed(SQLException cause) {
        super("the database could not answer: " + cause.getMessage(), cause);
    }

    /** Nothing is answered at all. */
    public boolean isAway() {
        return getCause() instanceof SQLException e && isAway(e);
    }

    /**
     * Whether there is no connection: a database out of reach, stopped or starting (SQLSTATE classes 08 and 57P), or none that is free
     * (53300; PostgreSQL, appendix A). What a single question cannot have, such as memory, is no such fault.
     */
    public static boolean isAway(SQLException fault) {
        String state = fault.getSQLState();
        return fault instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")));
    }

    /** A number computed by a filter left its range (SQLSTATE class 22). */
    public boolean isOverflow() {
        return getCause() instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith("22");
    }

    /** The table asked for is there no more: its release was dropped meanwhile. */
    public boolean isDropped() {
        return getCause() instanceof SQLException e && UNDEFINED_TABLE.equals(e.getSQLState());
    }

    public boolean timedOut() {
        return getCause() instanceof SQLException e && QUERY_CANCELED.equals(e.getSQLState());
    }
}
