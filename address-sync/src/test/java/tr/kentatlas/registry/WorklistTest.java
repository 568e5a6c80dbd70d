package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.push.OutboxList;
import tr.kentatlas.registry.worklist.Worklist;
import tr.kentatlas.registry.worklist.Worklist.Row;

/** People type in what is on their list, and the push sends everything else: nothing is done by both or by neither. */
class WorklistTest extends RegisteredCity {
    private final Worklist worklist = new Worklist(sync.store);

    @Test
    void whatIsQueuedAfterSomebodyLookedAtTheListIsNotHandedOver() {
        queue("81");
        List<Long> seen = rows().stream().map(Row::number).toList();
        queue("82");
        assertThat(worklist.handOver(seen, Sync.BY, count -> {})).isEqualTo(1);
        assertThat(labels(MessageState.BY_HAND)).containsExactly("81");
        assertThat(labels(MessageState.QUEUED)).containsExactly("82");
    }

    @Test
    void whatIsQueuedWhileTheListIsWrittenIsNeitherOnItNorHandedOver() {
        queue("81");
        List<Row> list = worklist.handOver(Sync.BY, Remark::toString, rows -> queue("82"));
        assertThat(list)
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains("81", "by_hand"));
        assertThat(labels(MessageState.QUEUED)).containsExactly("82");
    }

    @Test
    void aListThatCannotBeWrittenHandsNothingOver() {
        queue("81");
        assertThatThrownBy(() -> worklist.handOver(Sync.BY, Remark::toString, rows -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(labels(MessageState.QUEUED)).containsExactly("81");
    }

    @Test
    void aListThatWasLostIsWrittenAgain() {
        queue("81");
        worklist.handOver(Sync.BY, Remark::toString, rows -> {});
        assertThat(worklist.handOver(Sync.BY, Remark::toString, rows -> {})).hasSize(1);
        assertThat(Worklist.csv(rows()))
                .startsWith("\ufeffSıra,")
                .contains(",81,")
                .endsWith("elle girilecek\r\n");
    }

    private List<Row> rows() {
        return worklist.rows(Remark::toString);
    }

    private List<String> labels(MessageState state) {
        return new OutboxList(sync.store)
                .newest(state, 10).stream().map(OutboxEntry::label).toList();
    }

    /** A new door that waits for being sent. */
    private void queue(String number) {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.door(side, number, null);
        Conflict conflict = sync.compared().getFirst();
        sync.verdicts.decide(conflict.number(), new Verdict.SendLocal("yeni kapı"), Sync.BY, () -> {});
    }
}
