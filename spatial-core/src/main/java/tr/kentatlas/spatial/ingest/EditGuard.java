package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps what people edited since the last import from being overwritten: takes such records out of the staged ones and lists them. */
final class EditGuard {
    private static final int SHOWN = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final long importNo;
    private final String listed;
    private boolean isNeeded;

    EditGuard(Connection connection, long importNo) {
        this.connection = connection;
        this.importNo = importNo;
        this.listed = " FROM ingest.reject WHERE import_no = " + importNo + " AND (reason LIKE '" + EditedRecords.EDITED
                + "%' OR reason LIKE '" + EditedRecords.MADE + "%')";
    }

    /** From now on nobody edits these types but the import, and it keeps what anybody edited before. */
    void begin(Collection<String> types) throws SQLException {
        new WorkingLock(connection, PATIENCE).take(types);
        isNeeded = number("SELECT EXISTS (SELECT FROM working.change_set c WHERE NOT " + EditedRecords.isImport("c")
                        + ")::integer")
                > 0;
    }

    void setAside(EditedRecords edited) throws SQLException {
        if (!isNeeded) return;
        try (Statement statement = connection.createStatement()) {
            if (!edited.columns().isEmpty()) statement.executeUpdate(edited.setAside(importNo));
            statement.executeUpdate(edited.setGoneAside(importNo));
        }
    }

    /** How many records were set aside. */
    long count() throws SQLException {
        return number("SELECT count(*)" + listed);
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void refuseAny() throws SQLException {
        long count = count();
        if (count > 0) throw new EditsInTheWay(count, first());
    }

    private List<String> first() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type || ' ' || key || ' ' || reason" + listed
                        + " ORDER BY type, record_no LIMIT " + SHOWN)) {
            while (row.next()) lines.add(row.getString(1));
        }
        return lines;
    }
}
