package tr.kentatlas.registry.match;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.Outbox;

/**
 * Decides from what was read what became of messages: an acknowledgement is believed when a later reading shows it, an uncertain message
 * may be sent again only when a reading that began long enough after it does not show it.
 */
final class Arrivals {
    private static final String LINKED =
            " EXISTS (SELECT FROM registry.link k JOIN registry.entry e ON e.level = k.level AND e.code = k.code"
                    + " WHERE k.ended_at IS NULL AND k.level = o.level AND k.local = o.local AND e.active AND e.listed) ";
    private static final String ENTRY = " FROM registry.entry e WHERE e.level = o.level AND e.code = o.code ";
    /** A reading of its neighbourhood that began after the message, by at least so long. */
    private static final String READ_SINCE =
            " EXISTS (SELECT FROM registry.pull p WHERE p.neighbourhood = o.neighbourhood"
                    + " AND p.completed_start > coalesce(o.answered_at, o.sent_at, o.queued_at) + make_interval(secs => %s)) ";

    private final JdbcClient jdbc;
    private final String now = READ_SINCE.formatted("0");
    private final String settled;

    Arrivals(JdbcClient jdbc, Duration settle) {
        this.jdbc = jdbc;
        this.settled = READ_SINCE.formatted(Double.toString(settle.toMillis() / 1000.0));
    }

    void run() {
        if (!isAnyUnderWay()) return;
        shown();
        lost();
        new Outbox(jdbc).cancelOvertaken();
    }

    private boolean isAnyUnderWay() {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM registry.outbox WHERE state IN ('queued', 'uncertain', 'acked', 'by-hand', 'entered'))")
                .query(Boolean.class)
                .single();
    }

    private void shown() {
        String put = "action = 'put' AND EXISTS (SELECT" + ENTRY + "AND e.version >= coalesce(o.given_version, 1) AND "
                + now + ")";
        step(MessageState.ACKED, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, put);
        String retired = "action = 'retire' AND EXISTS (SELECT" + ENTRY + "AND NOT (e.active AND e.listed))";
        String changed = "action = 'put' AND code IS NOT NULL AND EXISTS (SELECT" + ENTRY
                + "AND e.version > o.version AND " + now + ")";
        String added = "action = 'put' AND code IS NULL AND" + LINKED;
        for (MessageState state :
                List.of(MessageState.ACKED, MessageState.UNCERTAIN, MessageState.BY_HAND, MessageState.ENTERED)) {
            step(state, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, retired);
            if (state != MessageState.ACKED) {
                step(state, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, changed);
                step(state, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, added);
            }
        }
    }

    private void lost() {
        step(MessageState.UNCERTAIN, MessageState.QUEUED, Saying.NOT_SHOWN_SENT_AGAIN, settled);
        jdbc.sql("UPDATE registry.link k SET ended_at = now(), ended_by = 'compare', ended_why = ?"
                        + " FROM registry.outbox o WHERE o.state = 'acked' AND o.action = 'put' AND k.ended_at IS NULL"
                        + " AND k.level = o.level AND k.local = o.local AND NOT EXISTS (SELECT FROM registry.entry e"
                        + " WHERE e.level = k.level AND e.code = k.code) AND " + settled)
                .param(written(Saying.ACKNOWLEDGED_NOT_SHOWN))
                .update();
        step(MessageState.ACKED, MessageState.REJECTED, Saying.ACKNOWLEDGED_NOT_SHOWN, settled);
    }

    /**
     * What people type in need not raise a version, of which an export tells none: a change has arrived where nothing differs any more.
     *
     * @see Differences#compare
     */
    void typedIn() {
        String same =
                "action = 'put' AND EXISTS (SELECT" + ENTRY + "AND e.linked = o.local AND e.active AND e.listed) AND "
                        + now + " AND NOT EXISTS (SELECT FROM different d WHERE d.level = o.level AND d.code = o.code"
                        + " AND (NOT d.there OR d.fields <> '{}'))"
                        + " AND registry.is_draft(o.level, o.local) IS FALSE";
        step(MessageState.BY_HAND, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, same);
        step(MessageState.ENTERED, MessageState.VERIFIED, Saying.SHOWN_BY_A_READING, same);
        step(MessageState.ENTERED, MessageState.REJECTED, Saying.ENTERED_NOT_SHOWN, settled);
    }

    private void step(MessageState from, MessageState to, Saying why, String where) {
        jdbc.sql("UPDATE registry.outbox o SET state = '" + to.word() + "', message = ? WHERE o.state = '" + from.word()
                        + "' AND " + where)
                .param(written(why))
                .update();
    }

    private static String written(Saying why) {
        return WrittenRemark.write(Remark.of(why));
    }
}
