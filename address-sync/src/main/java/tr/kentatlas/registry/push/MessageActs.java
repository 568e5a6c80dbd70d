package tr.kentatlas.registry.push;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * What people do about messages they looked at, by their numbers; of what is on its way or done by then nothing changes. Each tells
 * {@code witness} how many they were before it stands, and returns that.
 */
public final class MessageActs {
    private static final String TAKE_BACK = """
            UPDATE registry.outbox SET state = CASE state WHEN 'entered' THEN 'by-hand' ELSE 'cancelled' END, message = ?
            WHERE queued_no = ANY (?) AND state IN ('queued', 'by-hand', 'entered')
            """;

    private static final String ENTERED = """
            UPDATE registry.outbox SET state = 'entered', answered_at = clock_timestamp(), message = ?
            WHERE queued_no = ANY (?) AND state = 'by-hand'
            """;

    private final RegistryStore store;

    public MessageActs(RegistryStore store) {
        this.store = store;
    }

    /**
     * They are neither sent nor typed in; a comparison finds again what they were about. What was said to be typed in is with people again: the
     * registry may have it.
     */
    public int takeBack(Collection<Long> numbers, String reason, String actor, IntConsumer witness) {
        return change(TAKE_BACK, WrittenRemark.write(Remark.of(Saying.TAKEN_BACK, reason)), numbers, actor, witness);
    }

    /** Somebody has typed them in: they leave the work list, and a reading will show them or not. */
    public int entered(Collection<Long> numbers, String actor, IntConsumer witness) {
        return change(ENTERED, null, numbers, actor, witness);
    }

    private int change(String act, @Nullable String said, Collection<Long> numbers, String actor, IntConsumer witness) {
        return store.write(actor, jdbc -> {
            int messages = jdbc.sql(act)
                    .params(Arrays.asList(said, numbers.toArray(Long[]::new)))
                    .update();
            witness.accept(messages);
            return messages;
        });
    }
}
