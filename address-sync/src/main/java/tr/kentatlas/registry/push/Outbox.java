package tr.kentatlas.registry.push;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;

/** Messages to the registry. None is ever deleted; one that is open is not queued again. */
public final class Outbox {
    /** A link that lives says otherwise: of a row to be retired, that it stands for something here; of an object, that it has another row. */
    private static final String CANCEL_OVERTAKEN = """
            UPDATE registry.outbox o SET state = 'cancelled', message = CASE WHEN o.action = 'put' AND o.code IS NULL THEN ? ELSE ? END
            WHERE o.state = 'queued' AND (
                (o.action = 'put' AND EXISTS (SELECT FROM registry.link k
                    WHERE k.ended_at IS NULL AND k.level = o.level AND k.local = o.local AND k.code IS DISTINCT FROM o.code))
                OR (o.action = 'retire' AND EXISTS (SELECT FROM registry.link k
                    WHERE k.ended_at IS NULL AND k.level = o.level AND k.code = o.code AND registry.is_draft(k.level, k.local) IS NOT NULL)))
            """;

    /** The question a message answers: of a row to be retired, of an object to be added, or of a pair that differs. */
    private static final String CLOSE_REFUSED = """
            WITH question AS (SELECT conflict_no, state, concat_ws(' ', level, CASE WHEN kind <> 'C03' THEN local END, code) AS about
                              FROM registry.conflict WHERE kind IN ('C03', 'C04', 'C11', 'C22'))
            UPDATE registry.outbox o SET state = 'cancelled' WHERE o.state = 'rejected' AND
            """;

    private static final String ASKED = """
             EXISTS (SELECT FROM question q WHERE q.about = concat_ws(' ', o.level,
                CASE WHEN o.action = 'put' THEN o.local END, CASE WHEN NOT o.is_new THEN o.code END) AND
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction that decides to send */
    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message as it waits.
     *
     * @param code null for something new to the registry
     * @param version of the registry's row the sender knew
     */
    record Message(
            RequestKey key,
            Level level,
            boolean retires,
            @Nullable UUID local,
            @Nullable UUID object,
            @Nullable Long code,
            long version,
            String reason) {}

    /** The city's object is to be added to the registry, or changed there. */
    public void put(Level level, UUID local, @Nullable Long code, String by, String reason) {
        jdbc.sql("""
                        INSERT INTO registry.outbox (level, action, is_new, local, object, code, version, neighbourhood, label, queued_by, reason)
                        SELECT l.level, 'put', e.code IS NULL, l.id, l.object, e.code, coalesce(e.version, 0), l.neighbourhood, l.label, ?, ?
                        FROM registry.local l LEFT JOIN registry.entry e ON e.level = l.level AND e.code = ?
                        WHERE l.level = ? AND l.id = ? ON CONFLICT DO NOTHING
                        """)
                .params(Arrays.asList(by, reason, code, level.word(), local))
                .update();
    }

    /** What was linked since it was queued is neither added a second time nor ended or changed by what was decided before. */
    public void cancelOvertaken() {
        cancelOvertaken("", List.of());
    }

    private void cancelOvertaken(String which, List<Object> values) {
        jdbc.sql(CANCEL_OVERTAKEN + which)
                .params(Stream.concat(
                                Stream.of(Saying.THERE_ALREADY, Saying.LINKED_TO_ANOTHER)
                                        .map(saying -> WrittenRemark.write(Remark.of(saying))),
                                values.stream())
                        .toList())
                .update();
    }

    /** What the registry refused is nobody's work any more once its question has another answer. */
    public void closeRefused(long conflict) {
        jdbc.sql(CLOSE_REFUSED + ASKED + "q.conflict_no = ?)").param(conflict).update();
    }

    /** After a comparison: what the registry refused is people's work only where the question is open again. */
    public void closeRefused() {
        jdbc.sql(CLOSE_REFUSED + "NOT" + ASKED + "q.state = 'open')").update();
    }

    /** A row of the registry is to be retired. */
    public void retire(Level level, long code, @Nullable UUID local, String by, String reason) {
        jdbc.sql("""
                        INSERT INTO registry.outbox (level, action, local, code, version, neighbourhood, label, queued_by, reason)
                        SELECT level, 'retire', ?, code, version, neighbourhood, label, ?, ? FROM registry.entry
                        WHERE level = ? AND code = ? ON CONFLICT DO NOTHING
                        """)
                .params(Arrays.asList(local, by, reason, level.word(), code))
                .update();
    }

    List<Message> in(MessageState state) {
        return jdbc.sql("""
                        SELECT * FROM registry.outbox o WHERE state = ?
                        ORDER BY action, CASE action WHEN 'put' THEN 1 ELSE -1 END
                            * array_position(ARRAY['street', 'building', 'door', 'unit'], level), queued_no
                        """)
                .param(state.word())
                .query((row, n) -> new Message(
                        new RequestKey(row.getObject("request", UUID.class)),
                        Level.of(row.getString("level")),
                        row.getString("action").equals("retire"),
                        row.getObject("local", UUID.class),
                        row.getObject("object", UUID.class),
                        row.getObject("code", Long.class),
                        row.getLong("version"),
                        row.getString("reason")))
                .list();
    }

    /**
     * About to be sent: whoever finds it so after a crash knows that it may have arrived.
     *
     * @return false when it waits no more: it was cancelled meanwhile, or handed to people
     */
    boolean sending(Message message) {
        cancelOvertaken("AND o.request = ?", List.of(message.key().value()));
        return jdbc.sql(
                                "UPDATE registry.outbox SET state = 'sent', tries = tries + 1, sent_at = clock_timestamp(), answered_at = NULL"
                                        + " WHERE request = ? AND state = 'queued'")
                        .param(message.key().value())
                        .update()
                == 1;
    }

    /** What a process that died left behind. */
    int orphans() {
        return jdbc.sql("UPDATE registry.outbox SET state = 'uncertain', message = ? WHERE state = 'sent'")
                .param(WrittenRemark.write(Remark.of(Saying.INTERRUPTED_WHILE_SENT)))
                .update();
    }

    boolean isIn(Message message, MessageState state) {
        return jdbc.sql("SELECT state = ? FROM registry.outbox WHERE request = ?")
                .params(state.word(), message.key().value())
                .query(Boolean.class)
                .single();
    }

    /** Why it is not sent; one that waits no more stays as it is. */
    void note(Message message, MessageState state, Remark remark) {
        String text = WrittenRemark.write(remark);
        jdbc.sql("UPDATE registry.outbox SET state = ?, message = ? WHERE request = ? AND state = 'queued'"
                        + " AND (state, message) IS DISTINCT FROM (?, ?)")
                .params(state.word(), text, message.key().value(), state.word(), text)
                .update();
    }
}
