package tr.kentatlas.registry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lets one run of a kind, reading or sending, go on in a city; a lock of the session, so that it goes with a process that dies. */
public final class RunLock {
    private RunLock() {}

    /** What the work brings; empty, with nothing done, while another such run goes on. */
    public static <T> Optional<T> with(DataSource desk, String kind, Supplier<T> work) {
        try (Connection held = desk.getConnection()) {
            if (!ask(held, "SELECT pg_try_advisory_lock(hashtext(?))", kind)) return Optional.empty();
            try {
                return Optional.of(work.get());
            } finally {
                ask(held, "SELECT pg_advisory_unlock(hashtext(?))", kind);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    private static boolean ask(Connection held, String sql, String kind) throws SQLException {
        try (PreparedStatement statement = held.prepareStatement(sql)) {
            statement.setString(1, "registry." + kind);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
