package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Keeps everybody else from changing some types' working data until the transaction ends; reading goes on. It also stops who takes a row
 * in order to change it: they would wait for the import, and the import for them.
 */
final class WorkingLock {
    /** PostgreSQL's lock_not_available and deadlock_detected. */
    private static final Set<String> NOT_HAD = Set.of("55P03", "40P01");

    private final OneTransaction transaction;
    private final Duration patience;

    WorkingLock(OneTransaction transaction, Duration patience) {
        this.transaction = transaction;
        this.patience = patience;
    }

    /** All at once and always in the same order, so that two imports never wait for each other. */
    void take(Collection<String> types) throws SQLException {
        if (types.isEmpty()) return;
        Connection connection = transaction.connection();
        Savepoint before = connection.setSavepoint();
        try {
            transaction.execute("SET LOCAL lock_timeout TO " + patience.toMillis());
            transaction.execute("LOCK TABLE " + tables(types, "working.%s") + " IN EXCLUSIVE MODE");
            transaction.execute("SET LOCAL lock_timeout TO DEFAULT");
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            if (!NOT_HAD.contains(e.getSQLState())) throw e;
            connection.rollback(before);
            throw new WorkingDataInUse(writers(types), e);
        }
    }

    /** The logins of those who have changed something there and not ended yet. */
    private String writers(Collection<String> types) {
        return transaction
                .jdbc()
                .sql("""
                        SELECT coalesce(string_agg(DISTINCT a.usename, ', '), '') FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                         WHERE l.granted AND l.mode <> 'AccessShareLock' AND a.datname = current_database()
                           AND l.relation IN (%s)
                        """.formatted(tables(types, "'working.%s'::regclass")))
                .query(String.class)
                .single();
    }

    private static String tables(Collection<String> types, String form) {
        return types.stream().sorted().map(form::formatted).collect(Collectors.joining(", "));
    }
}
