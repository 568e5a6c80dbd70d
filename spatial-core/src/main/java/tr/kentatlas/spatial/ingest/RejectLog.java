package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what an import could not take, with its reason, in {@code ingest.reject}. */
final class RejectLog {
    private static final int BATCH = 500;
    private static final int KEY_LENGTH = 200;

    private final PreparedStatement insert;
    private final Courier courier;
    private final Map<String, Long> counts = new HashMap<>();
    private int pending;
    private long notes;

    RejectLog(Connection connection, long importNo, Courier courier) throws SQLException {
        this.courier = courier;
        insert = connection.prepareStatement(
                "INSERT INTO ingest.reject (import_no, type, key, reason, attribute, record_no) VALUES (" + importNo
                        + ", ?, ?, ?, ?, ?)");
    }

    /** @param record number of the record among those of its type */
    void add(String type, String key, long record, String reason) {
        counts.merge(type, 1L, Long::sum);
        write(type, key, record, reason, null);
    }

    /** Keeps one value that could not be read; its feature is not rejected. */
    void note(String type, String key, long record, String attribute, String reason) {
        notes++;
        write(type, key, record, reason, attribute);
    }

    /** Values that could not be read, so far. */
    long notes() {
        return notes;
    }

    private void write(String type, String key, long record, String reason, @Nullable String attribute) {
        try {
            insert.setString(1, type);
            insert.setString(
                    2, key.substring(0, Math.min(key.length(), KEY_LENGTH)).replace("\0", "\\0"));
            insert.setString(3, reason.replace("\0", "\\0"));
            insert.setString(4, attribute);
            insert.setLong(5, record);
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
        courier.await();
        if (pending > 0) insert.executeBatch();
        pending = 0;
    }
}
