package tr.kentatlas.spatial.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops the partitions of snapshots that no kept release needs. They are detached beside running readers; one that waits too long for them
 * is left for the next publication, which begins with it: a table detaches one at a time.
 */
final class LayerCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(LayerCleanup.class);

    private final DataSource owner;

    LayerCleanup(DataSource owner) {
        this.owner = owner;
    }

    /** @param parent null when it is detached already */
    private record Part(@Nullable String parent, String name, boolean halfDetached) {}

    void run() throws SQLException {
        List<Part> unused = unused();
        if (unused.isEmpty()) return;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout TO '10s'");
            try {
                for (Part part : unused) drop(part, statement);
            } catch (SQLException e) {
                LOG.warn("partitions that no kept release needs stay until the next publication", e);
            } finally {
                statement.execute("RESET statement_timeout");
            }
        }
    }

    private List<Part> unused() {
        return JdbcClient.create(owner)
                .sql("""
                        SELECT p.relname, c.relname, coalesce(i.inhdetachpending, false)
                          FROM pg_class c
                          JOIN release.snapshot s ON right(c.relname, length(s.snapshot_id::text) + 2) = '_s' || s.snapshot_id
                          LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
                         WHERE c.relnamespace = ?::regnamespace AND c.relkind = 'r' AND s.state = 'dropped'
                         ORDER BY 3 DESC
                        """)
                .param(LayerTable.SCHEMA)
                .query((row, n) -> new Part(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private static void drop(Part part, Statement statement) throws SQLException {
        String table = LayerTable.SCHEMA + "." + part.name();
        if (part.parent() != null) {
            statement.execute("ALTER TABLE " + LayerTable.SCHEMA + "." + part.parent() + " DETACH PARTITION " + table
                    + (part.halfDetached() ? " FINALIZE" : " CONCURRENTLY"));
        }
        statement.execute("DROP TABLE " + table);
    }
}
