package tr.kentatlas.registry.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.OutboxEntry.Kind;
import tr.kentatlas.registry.store.RegistryStore;

/** The outbox for reading. */
public final class OutboxList {
    private static final String NEWEST = """
            SELECT o.*, m.name AS place FROM registry.outbox o LEFT JOIN registry.neighbourhood m ON m.code = o.neighbourhood
            WHERE (?::text IS NULL OR o.state = ?) ORDER BY o.queued_no DESC LIMIT ?
            """;

    private final RegistryStore store;

    public OutboxList(RegistryStore store) {
        this.store = store;
    }

    /** The latest ones; without a state those of all. */
    public List<OutboxEntry> newest(@Nullable MessageState state, int limit) {
        String word = state == null ? null : state.word();
        return store.read()
                .sql(NEWEST)
                .params(Arrays.asList(word, word, limit))
                .query((row, n) -> entry(row))
                .list();
    }

    /** How many wait to be sent. */
    public long waiting() {
        return store.read()
                .sql("SELECT count(*) FROM registry.outbox WHERE state = 'queued'")
                .query(Long.class)
                .single();
    }

    /**
     * Neighbourhoods with messages that were sent long enough ago to be shown, of which no reading has begun since; one that waits for a
     * person is left to them.
     */
    public List<Long> unread(Duration settle) {
        return store.read()
                .sql("""
                        SELECT DISTINCT o.neighbourhood FROM registry.outbox o JOIN registry.pull p USING (neighbourhood)
                        WHERE o.state IN ('acked', 'uncertain') AND p.state <> 'halted'
                          AND coalesce(o.answered_at, o.sent_at) + make_interval(secs => :settle) BETWEEN p.started_at AND now()
                        """)
                .param("settle", settle.toSeconds())
                .query((row, n) -> row.getLong("neighbourhood"))
                .list();
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getLong("queued_no"),
                row.getObject("request", UUID.class),
                Level.of(row.getString("level")),
                Kind.of(row.getString("action"), row.getBoolean("is_new")),
                row.getString("label"),
                row.getObject("code", Long.class),
                row.getLong("neighbourhood"),
                row.getString("place"),
                MessageState.of(row.getString("state")),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("result"))
                        .map(ResultCode::valueOf)
                        .orElse(null),
                Optional.ofNullable(row.getString("message"))
                        .map(WrittenRemark::read)
                        .orElse(null),
                row.getString("queued_by"),
                row.getObject("queued_at", OffsetDateTime.class),
                row.getObject("answered_at", OffsetDateTime.class));
    }
}
