package tr.kentatlas.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refused a question. */
public final class DatabaseAway {
    private static final int MOST_CAUSES = 12;

    private DatabaseAway() {}

    /** Whether the database was not there: stopped, starting, out of reach, or without a free connection. */
    public static boolean caused(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLTransientConnectionException) return true;
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) return true;
            cause = cause.getCause();
        }
        return false;
    }

    /** Classes 08 (connection) and 57P (operator intervention), and too many connections (PostgreSQL, appendix A). */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
