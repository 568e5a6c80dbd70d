package tr.kentatlas.spatial.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.Attribution;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** What was ever imported, by whom, and what of it could not be taken. */
public final class ImportBook {
    private static final int PORTION = 2_000;

    private final DataSource owner;
    private final JdbcClient jdbc;

    public ImportBook(DataSource owner) {
        this.owner = owner;
        this.jdbc = JdbcClient.create(owner);
    }

    /**
     * A record, or a value of one, that could not be taken.
     *
     * @param record its number in the source
     * @param attribute the one value that was left out; null for the whole record
     */
    public record Reject(
            @Nullable String type,
            @Nullable String record,
            @Nullable String key,
            @Nullable String attribute,
            String reason) {}

    public boolean isEmpty() {
        return !holds("SELECT FROM ingest.import");
    }

    public boolean has(long importNo) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ingest.import WHERE import_no = ?)")
                .param(importNo)
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody else ever imported anything. */
    public boolean isOnlyBy(String person) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM ingest.import WHERE imported_by <> ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Whether anything of the city is made up. */
    public boolean hasSample() {
        return holds("SELECT FROM ingest.import WHERE source LIKE 'ornek:%'");
    }

    /** Whose data the city is made of, as the sources' licences ask. */
    public List<Attribution> attributions() {
        return jdbc.sql(
                        "SELECT attribution, max(attribution_link) FROM ingest.import WHERE attribution IS NOT NULL GROUP BY 1 ORDER BY 1")
                .query((row, n) -> new Attribution(row.getString(1), row.getString(2)))
                .list();
    }

    /** Each of what an import could not take: of one with a column that cannot be read, that may be all its records. */
    public void rejects(long importNo, Consumer<Reject> reader) {
        try {
            OneTransaction.run(owner, whole -> rejects(importNo, reader, whole.jdbc(PORTION)));
        } catch (SQLException e) {
            throw new IllegalStateException("rejects cannot be read: " + e.getMessage(), e);
        }
    }

    private static void rejects(long importNo, Consumer<Reject> reader, JdbcClient portions) {
        portions.sql("SELECT type, record_no, key, attribute, reason FROM ingest.reject WHERE import_no = ?"
                        + " ORDER BY type, record_no, key, reason")
                .param(importNo)
                .query(row -> {
                    reader.accept(new Reject(
                            row.getString("type"),
                            row.getString("record_no"),
                            row.getString("key"),
                            row.getString("attribute"),
                            row.getString("reason")));
                });
    }

    private boolean holds(String some) {
        return jdbc.sql("SELECT EXISTS (" + some + ")").query(Boolean.class).single();
    }
}
