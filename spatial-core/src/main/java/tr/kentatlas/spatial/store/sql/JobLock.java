package tr.kentatlas.spatial.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One job of a name at a time in a city, whichever process does it: by a lock of the database, which ends with the process that holds it. */
public final class JobLock {
    /** SQLSTATE of a wait that took longer than lock_timeout. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private JobLock() {}

    /** What is done alone. */
    @FunctionalInterface
    public interface Job<T> {
        T run() throws SQLException;
    }

    /** What is done alone, and asks before its last step whether it still is. */
    @FunctionalInterface
    public interface WatchfulJob<T> {
        T run(Held held) throws SQLException;
    }

    /**
     * What the job brings; empty, with nothing done, while another of that name goes on.
     *
     * @param city whose database knows the lock
     */
    public static <T> Optional<T> with(DataSource city, String name, Job<T> job) {
        return withHeld(city, name, held -> job.run());
    }

    /** The same for one that takes so long that the database may be restarted meanwhile, which lets another begin. */
    public static <T> Optional<T> withHeld(DataSource city, String name, WatchfulJob<T> job) {
        try (Connection holder = city.getConnection()) {
            if (!take(holder, name)) return Optional.empty();
            try (Held held = new Held(holder, name)) {
                return Optional.of(job.run(held));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed during " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether the job of that name that goes on ends in time; waits for it. */
    public static boolean endsWithin(DataSource city, String name, Duration longest) {
        try (Connection holder = city.getConnection();
                Statement setting = holder.createStatement()) {
            setting.execute("SET lock_timeout = " + longest.toMillis());
            try {
                ask(holder, "SELECT pg_advisory_lock(hashtext(?)) IS NOT NULL", name);
                return ask(holder, "SELECT pg_advisory_unlock(hashtext(?))", name);
            } finally {
                setting.execute("RESET lock_timeout");
            }
        } catch (SQLException e) {
            if (isLate(e)) return false;
            throw new IllegalStateException("the database failed during " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether somebody waited for a lock longer than they wanted to. */
    public static boolean isLate(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    /**
     * Takes the lock until the connection is closed; false while somebody else has it. The holder says nothing for as long as its job lasts:
     * a server that ends who idles would end the lock before the job.
     */
    public static boolean take(Connection holder, String name) throws SQLException {
        if (!ask(holder, "SELECT pg_try_advisory_lock(hashtext(?))", name)) return false;
        execute(holder, "SET idle_session_timeout = 0");
        return true;
    }

    /** Waits for one's turn, and has it until the transaction ends. */
    public static void await(JdbcClient transaction, String name) {
        transaction
                .sql("SELECT pg_advisory_xact_lock(hashtext(?))")
                .param(name)
                .query()
                .singleRow();
    }

    /** Has one's turn until the transaction ends, where nobody else has it. */
    public static boolean takes(JdbcClient transaction, String name) {
        return transaction
                .sql("SELECT pg_try_advisory_xact_lock(hashtext(?))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** The lock while the job goes on. Where it cannot be given back, the job's own failure is told first. */
    public static final class Held implements AutoCloseable {
        private static final int ANSWERS_IN_SECONDS = 5;

        private final Connection holder;
        private final String name;

        private Held(Connection holder, String name) {
            this.holder = holder;
            this.name = name;
        }

        /** Whether nobody else can have begun: as long as the connection lives, so does its lock. */
        public boolean isStillMine() throws SQLException {
            return holder.isValid(ANSWERS_IN_SECONDS);
        }

        @Override
        public void close() throws SQLException {
            ask(holder, "SELECT pg_advisory_unlock(hashtext(?))", name);
            execute(holder, "RESET idle_session_timeout");
        }
    }

    private static void execute(Connection holder, String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean ask(Connection holder, String sql, String name) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
