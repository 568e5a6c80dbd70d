package tr.kentatlas.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refused a question. */
public final class DatabaseAway {
    private static final int MOST_CAUSES = 12;

    private DatabaseAway() {}

    /** Whether the database was not there: stopped, starting, out of reach, or without a free connection. */
    public static boolean caused(Throwable fault) {
        return causes(fault).anyMatch(DatabaseAway::isAway);
    }

    /** Whether it was there and had no room left to write (disk_full). */
    static boolean ranOutOfRoom(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && "53100".equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql && isAway(sql.getSQLState()));
    }

    /** Classes 08 (connection) and 57P (operator intervention), and too many connections (PostgreSQL, appendix A). */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
