package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.push.MessageActs;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.push.OutboxList;
import tr.kentatlas.registry.worklist.Worklist;

/** What was decided can be undone until it is sent, and what people typed in is seen to be there, or not. */
class MessageActsTest extends RegisteredCity {
    private final MessageActs acts = new MessageActs(sync.store);
    private UUID building = UUID.randomUUID();

    /** A building with another number of floors here, on its way to the registry. */
    @BeforeEach
    void aChangeWaits() {
        building = city.jdbc
                .sql("SELECT bina FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.edit("bina", building, "kat_ustu", 7);
        sync.compare.run(Sync.BY);
        sync.verdicts.decide(sync.open().getFirst().number(), new Verdict.SendLocal("kat"), Sync.BY, () -> {});
    }

    @Test
    void whatIsTakenBackIsNotSentAndItsConflictIsFoundAgain() {
        assertThat(acts.takeBack(List.of(last().number()), "yanlış satır", Sync.BY, count -> {}))
                .isEqualTo(1);
        assertThat(last().said()).isEqualTo(Remark.of(Saying.TAKEN_BACK, "yanlış satır"));
        assertThat(sync.push().acknowledged()).isZero();
        assertThat(sync.compared()).extracting(Conflict::kind).containsExactly(ConflictKind.C11);
    }

    @Test
    void whatIsWithPeopleCanBeTakenBackAndWhatWasSentCannot() {
        byHand();
        assertThat(acts.takeBack(List.of(last().number()), "vazgeçildi", Sync.BY, count -> {}))
                .isEqualTo(1);
        decideAgain();
        sync.push();
        assertThat(acts.takeBack(List.of(last().number()), "geç", Sync.BY, count -> {}))
                .isZero();
        assertThat(sync.state("state <> 'verified'")).isEqualTo("acked cancelled");
    }

    @Test
    void whatCannotBeRecordedIsNotTakenBack() {
        assertThatThrownBy(() -> acts.takeBack(List.of(last().number()), "x", Sync.BY, count -> {
                    throw new IllegalStateException("the journal is full");
                }))
                .hasMessage("the journal is full");
        assertThat(sync.state("state <> 'verified'")).isEqualTo("queued");
    }

    @Test
    void aChangeThatWasTypedInHasArrivedWhereNothingDiffersThoughAnExportTellsNoVersions() {
        byHand();
        readAnExport(4);
        assertThat(sync.compared()).as("nobody has typed it in").isEmpty();
        assertThat(sync.state("state <> 'verified'")).isEqualTo("by-hand");
        readAnExport(7);
        assertThat(sync.compared()).isEmpty();
        assertThat(sync.state("true")).isEqualTo("verified");
        city.edit("bina", building, "kat_ustu", 8);
        assertThat(sync.compared()).as("a later difference is found").hasSize(1);
    }

    @Test
    void whatIsSaidToBeTypedInLeavesTheListAndComesBackWhereAReadingDoesNotShowIt() {
        byHand();
        assertThat(acts.entered(List.of(last().number()), Sync.BY, count -> {})).isEqualTo(1);
        assertThat(new Worklist(sync.store).rows()).isEmpty();
        assertThat(sync.compared()).as("not read since").isEmpty();
        readAnExport(4);
        assertThat(sync.compared()).extracting(Conflict::kind).containsExactly(ConflictKind.C11);
        assertThat(last().said()).isEqualTo(Remark.of(Saying.ENTERED_NOT_SHOWN));
        assertThat(new Worklist(sync.store).rows()).hasSize(1);
    }

    @Test
    void whatWasWronglySaidToBeTypedInIsWithPeopleAgainAndNoQuestion() {
        byHand();
        acts.entered(List.of(last().number()), Sync.BY, count -> {});
        acts.takeBack(List.of(last().number()), "yanlış satır", Sync.BY, count -> {});
        assertThat(sync.state("state <> 'verified'")).isEqualTo("by-hand");
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whatIsSaidToBeTypedInAndIsShownByAReadingIsDone() {
        byHand();
        acts.entered(List.of(last().number()), Sync.BY, count -> {});
        readAnExport(7);
        assertThat(sync.compared()).isEmpty();
        assertThat(sync.state("true")).isEqualTo("verified");
    }

    private void byHand() {
        new Worklist(sync.store).handOver(Sync.BY, rows -> {});
    }

    private void decideAgain() {
        Conflict again = sync.compared().getFirst();
        sync.verdicts.decide(again.number(), new Verdict.SendLocal("yeniden"), Sync.BY, () -> {});
    }

    private OutboxEntry last() {
        return new OutboxList(sync.store).newest(null, 1).getFirst();
    }

    /** Without the column of versions; the building has so many floors there. */
    private void readAnExport(int floors) {
        long code = city.jdbc
                .sql("SELECT code FROM registry.link WHERE level = 'building' AND local = ?")
                .param(building)
                .query(Long.class)
                .single();
        registry.change((truth, revision) ->
                truth.buildings.computeIfPresent(code, (c, known) -> truth.with(known, floors, revision)));
        sync.pull();
        city.jdbc.sql("UPDATE registry.entry SET version = 0").update();
    }
}
