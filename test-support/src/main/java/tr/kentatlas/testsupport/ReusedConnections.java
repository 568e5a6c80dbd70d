package tr.kentatlas.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGPooledConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database whose connections are used again, as a service's are: opening one costs more than most of what a test asks. One that is
 * given back forgets all that was set in it; only a few wait at a time, those of all databases together.
 */
public final class ReusedConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;
    private static final int MOST_WAITING = 24;
    private static final int VALID_WITHIN_SECONDS = 5;
    private static final Deque<Lent> WAITING = new ArrayDeque<>();

    @Override
    public Connection getConnection() throws SQLException {
        for (Lent waiting = taken(); waiting != null; waiting = taken()) {
            if (waiting.connection.isValid(VALID_WITHIN_SECONDS)) return waiting.handle.getConnection();
            waiting.handle.close();
        }
        return new Lent(super.getConnection()).handle.getConnection();
    }

    /** PostgreSQL copies no database somebody is connected to. */
    void closeWaiting() throws SQLException {
        for (Lent waiting = taken(); waiting != null; waiting = taken()) waiting.handle.close();
    }

    private @Nullable Lent taken() {
        synchronized (WAITING) {
            for (Iterator<Lent> latest = WAITING.descendingIterator(); latest.hasNext(); ) {
                Lent lent = latest.next();
                if (lent.database() == this) {
                    latest.remove();
                    return lent;
                }
            }
            return null;
        }
    }

    private static @Nullable Lent keep(Lent back) {
        synchronized (WAITING) {
            WAITING.addLast(back);
            return WAITING.size() > MOST_WAITING ? WAITING.removeFirst() : null;
        }
    }

    /** One connection and the handle through which it is lent again and again. */
    private final class Lent implements ConnectionEventListener {
        private final Connection connection;
        private final PGPooledConnection handle;

        Lent(Connection connection) {
            this.connection = connection;
            this.handle = new PGPooledConnection(connection, true);
            handle.addConnectionEventListener(this);
        }

        ReusedConnections database() {
            return ReusedConnections.this;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            try {
                forget();
                Lent eldest = keep(this);
                if (eldest != null) eldest.handle.close();
            } catch (SQLException broken) {
                end();
            }
        }

        /** What the driver takes for fatal may be no more than a geometry PostGIS refuses; a lost connection shows when it is given back. */
        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {}

        private void forget() throws SQLException {
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DISCARD ALL");
            }
        }

        private void end() {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // There is nothing left to close.
            }
        }
    }
}
