package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Keeps what an import could not take, with its reason, in {@code ingest.reject}. */
final class RejectLog {
    private static final int BATCH = 500;
    private static final int KEY_LENGTH = 200;

    private final PreparedStatement insert;
    private final Map<String, Long> counts = new HashMap<>();
    private int pending;

    RejectLog(Connection connection, long importNo) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT INTO ingest.reject (import_no, type, key, reason) VALUES (" + importNo + ", ?, ?, ?)");
    }

    void add(String type, String key, String reason) {
        counts.merge(type, 1L, Long::sum);
        try {
            insert.setString(1, type);
            insert.setString(2, key.substring(0, Math.min(key.length(), KEY_LENGTH)));
            insert.setString(3, reason);
            insert.addBatch();
            if (++pending >= BATCH) flush();
        } catch (SQLException e) {
            throw new ImportFailed(e);
        }
    }

    /** Counts rejects that a statement wrote by itself. */
    void counted(String type, long more) {
        counts.merge(type, more, Long::sum);
    }

    long count(String type) {
        return counts.getOrDefault(type, 0L);
    }

    void flush() throws SQLException {
        if (pending > 0) insert.executeBatch();
        pending = 0;
    }
}
