package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Verdict;
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
        List<Row> list = worklist.handOver(Sync.BY, rows -> queue("82"));
        assertThat(list).extracting(Row::label, Row::state).containsExactly(tuple("81", MessageState.BY_HAND));
        assertThat(labels(MessageState.QUEUED)).containsExactly("82");
    }

    @Test
    void aListThatCannotBeWrittenHandsNothingOver() {
        queue("81");
        assertThatThrownBy(() -> worklist.handOver(Sync.BY, rows -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(labels(MessageState.QUEUED)).containsExactly("81");
    }

    @Test
    void aListThatWasLostIsWrittenAgain() {
        queue("81");
        worklist.handOver(Sync.BY, rows -> {});
        assertThat(worklist.handOver(Sync.BY, rows -> {})).hasSize(1);
    }

    @Test
    void whatWasRefusedIsPeoplesWorkUntilItIsDecidedAnewAndIsToldAsTheObjectIsToday() {
        UUID door = refused("1");
        assertThat(told()).containsExactly("1 rejected");
        sync.compare.run(Sync.BY);
        city.edit("numarataj", door, "kapi_no", "1A");
        assertThat(told()).as("the question is open again").containsExactly("1A rejected");
        decide(new Verdict.SendLocal("1A olacak"));
        assertThat(told()).containsExactly("1A queued");
        sync.push();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasRefusedIsNobodysWorkOnceItIsLinkedIgnoredOrEnded() {
        refused("1");
        sync.compare.run(Sync.BY);
        decide(new Verdict.Ignore(null, "kayıt haklı"));
        assertThat(told()).isEmpty();
        refused("2");
        sync.compare.run(Sync.BY);
        decide(new Verdict.AcceptRemote("yanlış girilmiş"));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasRefusedAndIsInTheRegistryAfterAllIsNobodysWork() {
        UUID door = refused("1");
        city.edit("numarataj", door, "kapi_no", "81");
        newRow(700_001, "81");
        sync.pull();
        sync.compare.run(Sync.BY);
        assertThat(told()).isEmpty();
        assertThat(sync.state("state <> 'verified'")).isEqualTo("cancelled");
    }

    /** A second door of a number that the registry has in this street. */
    private UUID refused(String number) {
        UUID door = queue("81");
        city.edit("numarataj", door, "kapi_no", number);
        sync.push();
        return door;
    }

    private void decide(Verdict verdict) {
        sync.verdicts.decide(sync.open().getFirst().number(), verdict, Sync.BY, () -> {});
    }

    /** What the list tells of each: its number and its state. */
    private List<String> told() {
        return rows().stream()
                .map(row -> row.label() + " " + row.state().word())
                .toList();
    }

    private List<Row> rows() {
        return worklist.rows();
    }

    private List<String> labels(MessageState state) {
        return new OutboxList(sync.store)
                .newest(state, 10).stream().map(OutboxEntry::label).toList();
    }

    /** A new door that waits for being sent. */
    private UUID queue(String number) {
        UUID side = city.jdbc
                .sql("SELECT DISTINCT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, number, null);
        sync.compare.run(Sync.BY);
        decide(new Verdict.SendLocal("yeni kapı"));
        return door;
    }
}
