package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Keeps what people edited since the last import from being overwritten: takes such records out of the staged ones and lists them. */
final class EditGuard {
    private static final int SHOWN = 5;

    private final Connection connection;
    private final long importNo;
    private final String listed;

    EditGuard(Connection connection, long importNo) {
        this.connection = connection;
        this.importNo = importNo;
        this.listed = " FROM ingest.reject WHERE import_no = " + importNo + " AND reason LIKE '" + EditedRecords.REASON
                + "%'";
    }

    void setAside(EditedRecords edited) throws SQLException {
        if (!isAnythingEdited()) return;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(edited.setAside(importNo));
            statement.executeUpdate(edited.setDeletedAside(importNo));
        }
    }

    private boolean isAnythingEdited() throws SQLException {
        return number("SELECT count(*) FROM working.change_set c WHERE NOT " + EditedRecords.isImport("c")) > 0;
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
