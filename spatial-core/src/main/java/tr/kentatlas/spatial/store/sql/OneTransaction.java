package tr.kentatlas.spatial.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One transaction on a connection: what was not committed when it is closed is rolled back. In a try-with-resources block a rollback
 * that fails, as it does once the server is gone, never takes the place of the failure that led to it.
 */
public final class OneTransaction implements AutoCloseable {
    private final Connection connection;

    private OneTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Begins it; the connection commits nothing by itself any more. */
    public static OneTransaction on(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new OneTransaction(connection);
    }

    /** What the work brings, when all of it is done and committed. */
    public static <T> T of(DataSource source, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection();
                OneTransaction transaction = on(connection)) {
            T brought = work.run(transaction);
            transaction.commit();
            return brought;
        }
    }

    /** The same for work that brings nothing. */
    public static void run(DataSource source, Statements statements) throws SQLException {
        of(source, transaction -> {
            statements.run(transaction);
            return transaction;
        });
    }

    /** What happens in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(OneTransaction transaction) throws SQLException;
    }

    /** The same, and nothing comes of it but what is stored. */
    @FunctionalInterface
    public interface Statements {
        void run(OneTransaction transaction) throws SQLException;
    }

    public Connection connection() {
        return connection;
    }

    /** Speaks inside the transaction. */
    public JdbcClient jdbc() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** The same for answers that may be long: so many of their rows are in memory at a time. */
    public JdbcClient jdbc(int portion) {
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.setFetchSize(portion);
        return JdbcClient.create(template);
    }

    /** Runs one statement; tells how many rows it wrote. */
    public long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback(); // after a commit there is nothing left to roll back
    }
}
