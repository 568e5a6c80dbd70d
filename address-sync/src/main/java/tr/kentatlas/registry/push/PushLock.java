package tr.kentatlas.registry.push;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets one push run in a city; a lock of the session, so that it goes with a process that dies. */
final class PushLock {
    private PushLock() {}

    static <T> Optional<T> with(Connection held, Supplier<T> work) throws SQLException {
        try (Statement statement = held.createStatement()) {
            if (!ask(statement, "SELECT pg_try_advisory_lock(hashtext('registry.push'))")) return Optional.empty();
            try {
                return Optional.of(work.get());
            } finally {
                ask(statement, "SELECT pg_advisory_unlock(hashtext('registry.push'))");
            }
        }
    }

    private static boolean ask(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
