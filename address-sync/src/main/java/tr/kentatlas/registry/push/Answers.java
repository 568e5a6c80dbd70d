package tr.kentatlas.registry.push;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.GivenCodes;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.Outbox.Message;
import tr.kentatlas.registry.store.Links;

/** Writes down what the registry answered to a message, in its own words, and what follows from it. */
final class Answers {
    private static final String PUSH = "push";

    private final JdbcClient jdbc;
    private final Links links;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.links = new Links(jdbc);
    }

    /** The state the message is in now. */
    MessageState take(Message message, WriteOutcome outcome) {
        MessageState state = switch (outcome) {
            case WriteOutcome.Done done -> done(message, done.codes());
            case WriteOutcome.Refused refused -> refused(message, refused.answer());
            case WriteOutcome.NotDone notDone -> MessageState.QUEUED;
            case WriteOutcome.Uncertain uncertain -> MessageState.UNCERTAIN;
        };
        write(message, state, outcome.answer());
        return state;
    }

    /** What a reading has shown meanwhile is not in doubt any more. */
    private void write(Message message, MessageState state, Answer answer) {
        Remark said = answer.said();
        jdbc.sql(
                        "UPDATE registry.outbox SET state = ?, answered_at = clock_timestamp(), result = ?, raw_code = ?, message = ?"
                                + " WHERE request = ? AND state IN ('sent', 'uncertain')")
                .params(Arrays.asList(
                        state.word(),
                        answer.code().name(),
                        answer.rawCode(),
                        said == null ? null : WrittenRemark.write(said),
                        message.key().value()))
                .update();
    }

    private MessageState done(Message message, GivenCodes codes) {
        if (message.retires()) return MessageState.ACKED;
        UUID local = message.local();
        UUID object = message.object();
        if (local == null || object == null) return MessageState.ACKED;
        long code = message.level() == Level.STREET ? road(message, local, object, codes) : codes.code();
        if (message.level() != Level.STREET) link(message.level(), code, local, object);
        jdbc.sql("UPDATE registry.outbox SET code = ?, given_version = nullif(?, 0) WHERE request = ?")
                .params(code, codes.version(), message.key().value())
                .update();
        return MessageState.ACKED;
    }

    private long road(Message message, UUID local, UUID object, GivenCodes codes) {
        long own = 0;
        for (RegisteredSide side : codes.sides()) {
            keep(side);
            Long street = side.street();
            if (street == null) continue;
            UUID part = jdbc.sql("SELECT registry.street_id(?, ?)")
                    .params(object, side.neighbourhood())
                    .query(UUID.class)
                    .single();
            link(Level.STREET, street, part, object);
            if (part.equals(local)) own = street;
        }
        otherParts(message, object, codes);
        Long known = message.code();
        return own != 0 ? own : known != null ? known : codes.code();
    }

    /** The road was written whole, so its new streets in other neighbourhoods need no message of their own. */
    private void otherParts(Message message, UUID object, GivenCodes codes) {
        jdbc.sql("""
                        UPDATE registry.outbox o SET state = 'acked', code = k.code, given_version = nullif(?, 0), result = 'OK',
                            answered_at = clock_timestamp(), message = ?
                        FROM registry.link k WHERE k.ended_at IS NULL AND k.level = 'street' AND k.local = o.local
                          AND o.level = 'street' AND o.object = ? AND o.state = 'queued' AND o.action = 'put' AND o.code IS NULL
                          AND o.request <> ?
                        """)
                .params(
                        codes.version(),
                        WrittenRemark.write(Remark.of(Saying.WRITTEN_WITH_ITS_ROAD)),
                        object,
                        message.key().value())
                .update();
    }

    /** A row of the registry that belongs to another object of the city is not taken from it. */
    private void link(Level level, long code, UUID local, UUID object) {
        Optional<UUID> other = links.local(level, code);
        if (other.isEmpty() || other.get().equals(local)) links.put(level, code, local, object, "PUSH", PUSH);
    }

    private void keep(RegisteredSide side) {
        jdbc.sql("""
                        INSERT INTO registry.side (code, centre_line, side, neighbourhood, street, fixed_code) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET street = excluded.street, fixed_code = excluded.fixed_code
                        """)
                .params(Arrays.asList(
                        side.code(),
                        side.centreLine(),
                        side.side().name(),
                        side.neighbourhood(),
                        side.street(),
                        side.fixedCode()))
                .update();
    }

    private MessageState refused(Message message, Answer answer) {
        if (answer.code() != ResultCode.STALE_VERSION || message.retires()) return MessageState.REJECTED;
        jdbc.sql("""
                        INSERT INTO registry.conflict (kind, level, local, object, code, neighbourhood, detail, changed_by)
                        SELECT 'C22', o.level, o.local, o.object, o.code, o.neighbourhood, '{}', 'both'
                        FROM registry.outbox o WHERE o.request = ? ON CONFLICT DO NOTHING
                        """).param(message.key().value()).update();
        return MessageState.REJECTED;
    }
}
