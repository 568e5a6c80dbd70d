package tr.kentatlas.api.access.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;

/** Table {@code access.audit}: what was shipped to it twice is in it once. */
@Component
final class AuditTable {
    private static final String INSERT = """
            INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, release_no, items, detail)
            SELECT :journal, e.line, e.at, e.kind, e.caller, e.action, e.subject, e.release_no, e.items, e.detail
            FROM jsonb_to_recordset(CAST(:entries AS jsonb)) AS e (line bigint, at timestamptz, kind text, caller text,
                action text, subject text, release_no bigint, items bigint, detail jsonb)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient desk;

    AuditTable(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /** One statement, so all of them or none. */
    void add(UUID journal, List<JournalReader.Numbered> lines) {
        String entries = lines.stream()
                .map(line -> "{\"line\":" + line.number() + "," + line.json().substring(1))
                .collect(Collectors.joining(",", "[", "]"));
        desk.sql(INSERT).param("journal", journal).param("entries", entries).update();
    }
}
