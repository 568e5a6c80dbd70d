package tr.kentatlas.spatial.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

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

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback(); // after a commit there is nothing left to roll back
    }
}
