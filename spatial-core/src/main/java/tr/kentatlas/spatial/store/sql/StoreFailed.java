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

    /** Nothing is answered at all: no connection, or a server that stops or has no room (SQLSTATE classes 08, 57P and 53). */
    public boolean isAway() {
        if (getCause() instanceof SQLTransientConnectionException) return true;
        return getCause() instanceof SQLException e
                && (e.getSQLState() == null || e.getSQLState().matches("(08|57P|53).*"));
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
