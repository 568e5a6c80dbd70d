package tr.kentatlas.spatial.ingest;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** Keeps what people edited since the last import from being overwritten: takes such records out of the staged ones and lists them. */
final class EditGuard {
    private static final int SHOWN = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OneTransaction transaction;
    private final JdbcClient jdbc;
    private final long importNo;
    private final String listed;
    private boolean isNeeded;

    EditGuard(OneTransaction transaction, long importNo) {
        this.transaction = transaction;
        this.jdbc = transaction.jdbc();
        this.importNo = importNo;
        this.listed = " FROM ingest.reject WHERE import_no = " + importNo + " AND (reason LIKE '" + EditedRecords.EDITED
                + "%' OR reason LIKE '" + EditedRecords.MADE + "%')";
    }

    /** From now on nobody edits these types but the import, and it keeps what anybody edited before. */
    void begin(Collection<String> types) throws SQLException {
        new WorkingLock(transaction, PATIENCE).take(types);
        isNeeded = jdbc.sql("SELECT EXISTS (SELECT FROM working.change_set c WHERE NOT " + EditedRecords.isImport("c")
                        + ")")
                .query(Boolean.class)
                .single();
    }

    void setAside(EditedRecords edited) throws SQLException {
        if (!isNeeded) return;
        if (!edited.columns().isEmpty()) transaction.execute(edited.setAside(importNo));
        transaction.execute(edited.setGoneAside(importNo));
    }

    /** How many records were set aside. */
    long count() {
        return jdbc.sql("SELECT count(*)" + listed).query(Long.class).single();
    }

    void refuseAny() {
        long count = count();
        if (count > 0) throw new EditsInTheWay(count, first());
    }

    private List<String> first() {
        return jdbc.sql("SELECT type || ' ' || key || ' ' || reason" + listed + " ORDER BY type, record_no LIMIT "
                        + SHOWN)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
