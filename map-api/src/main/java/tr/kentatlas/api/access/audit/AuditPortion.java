package tr.kentatlas.api.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.ops.journal.Shipper;

/** Entries on their way into table {@code access.audit}: what was shipped to it twice is in it once. */
final class AuditPortion implements Shipper.Portion {
    private static final int MOST_LINES = 500;

    private static final String INSERT = """
            INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, release_no, items, detail)
            SELECT :journal, e.line, e.at, e.kind, e.caller, e.action, e.subject, e.release_no, e.items, e.detail
            FROM jsonb_to_recordset(CAST(:entries AS jsonb)) AS e (line bigint, at timestamptz, kind text, caller text,
                action text, subject text, release_no bigint, items bigint, detail jsonb)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient desk;
    private final UUID journal;
    private final List<String> entries = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param journal the number of the file
     */
    AuditPortion(JdbcClient desk, UUID journal) {
        this.desk = desk;
        this.journal = journal;
    }

    @Override
    public boolean take(long number, byte[] line) {
        Optional<String> json = JournalLine.json(line);
        json.ifPresent(entry -> entries.add("{\"line\":" + number + "," + entry.substring(1)));
        return json.isPresent();
    }

    @Override
    public boolean isFull() {
        return entries.size() >= MOST_LINES;
    }

    @Override
    public List<byte[]> store() {
        if (entries.isEmpty()) return List.of();
        String all = "[" + String.join(",", entries) + "]";
        desk.sql(INSERT).param("journal", journal).param("entries", all).update();
        return List.of();
    }
}
