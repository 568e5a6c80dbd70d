package tr.kentatlas.api.problem;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import tr.kentatlas.spatial.store.sql.StoreFailed;

/** Tells a database that cannot be reached from one that refused a question. */
public final class DatabaseAway {
    private static final int MOST_CAUSES = 12;

    private DatabaseAway() {}

    /** Whether the database was not there: stopped, starting, out of reach, or without a free connection. */
    public static boolean caused(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && StoreFailed.isAway(sql));
    }

    /** Whether it was there and had no room left to write (disk_full). */
    static boolean ranOutOfRoom(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && "53100".equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES);
    }
}
