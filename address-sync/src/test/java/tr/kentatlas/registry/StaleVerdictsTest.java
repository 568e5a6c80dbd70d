package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredDoor;

/** Between a comparison and a verdict, or a verdict and the push, the world may have moved on: no address is doubled or ended by that. */
class StaleVerdictsTest extends RegisteredCity {
    private static final Verdict ACCEPTED = new Verdict.AcceptRemote("kayıt doğru");
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");
    private static final long CODE = 700_001;

    private final RemoteMess others = new RemoteMess(registry, 1);

    @Test
    void whatWasLinkedByHandMeanwhileIsNeitherEndedNorSentAsNew() {
        UUID door = newDoor("81");
        newRow("81/A");
        sync.pull();
        sync.compare.run(Sync.BY);
        Conflict ours = only(ConflictKind.C04);
        decide(only(ConflictKind.C03), new Verdict.Link(door, null, "aynı kapı"));
        assertRefused(ours, ACCEPTED);
        assertRefused(ours, SENT);
    }

    @Test
    void whatWasLinkedByHandWhileItWaitedIsNotSentAsNew() {
        UUID door = newDoor("81");
        newRow("81/A");
        sync.pull();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C04), SENT);
        decide(only(ConflictKind.C03), new Verdict.Link(door, null, "aynı kapı"));
        sync.push();
        assertThat(registry.truth().doors.values())
                .filteredOn(one -> one.number().startsWith("81"))
                .as("one door there for one door here")
                .hasSize(1);
        assertThat(sync.compared()).extracting(Conflict::kind).containsExactly(ConflictKind.C11);
    }

    @Test
    void whatWasLinkedByHandWhileItsRetirementWaitedIsNotEndedThere() {
        newDoor("81");
        newRow("81/A");
        sync.pull();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C03), SENT);
        decide(only(ConflictKind.C04), new Verdict.Link(null, CODE, "aynı kapı"));
        sync.push();
        assertStandsThere();
        assertThat(sync.state("action = 'retire'")).isEqualTo("cancelled");
    }

    @Test
    void whatCameHereWhileItsRetirementWaitedIsNotEndedThere() {
        newRow("81");
        sync.pull();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C03), SENT);
        newDoor("81");
        assertThat(sync.compared())
                .as("the registry tells no place")
                .extracting(Conflict::kind)
                .containsExactly(ConflictKind.C11);
        sync.push();
        assertStandsThere();
    }

    @Test
    void whatWasLinkedWithAnotherRowWhileItWaitedIsNotWrittenToTheFormerOne() {
        UUID door = newDoor("81");
        newRow("81");
        sync.pull();
        sync.compare.run(Sync.BY);
        city.edit("numarataj", door, "kapi_no", "82");
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C11), SENT);
        newRow(CODE + 1, "82/A");
        sync.pull();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C03), new Verdict.Link(door, null, "bu kapı"));
        sync.push();
        assertThat(registry.truth().doors.values())
                .extracting(RegisteredDoor::number)
                .contains("81", "82/A")
                .doesNotContain("82");
    }

    @Test
    void whatEndedThereMeanwhileIsNotTakenOver() {
        newRow("82");
        sync.pull();
        sync.compare.run(Sync.BY);
        others.retire(Level.DOOR, CODE);
        sync.pull();
        assertRefused(only(ConflictKind.C03), ACCEPTED);
        assertThat(city.count("working.numarataj WHERE kapi_no = '82'")).isZero();
    }

    @Test
    void whatIsInForceThereAgainIsNotEndedHere() {
        long unit = registry.truth().units.keySet().iterator().next();
        others.retire(Level.UNIT, unit);
        sync.pull();
        sync.compare.run(Sync.BY);
        registry.change((truth, revision) ->
                truth.units.computeIfPresent(unit, (code, known) -> truth.with(known, 3, revision)));
        sync.pull();
        assertRefused(only(ConflictKind.C15), ACCEPTED);
        assertThat(city.count("working.bagimsiz_bolum")).isEqualTo(16);
    }

    @Test
    void whatCameFromTheRegistryAndWasArchivedHereCanBeTakenOverAgain() {
        newRow("83");
        sync.pull();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C03), ACCEPTED);
        assertThat(sync.compared()).isEmpty();
        UUID door = city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj WHERE kapi_no = '83'")
                .query(UUID.class)
                .single();
        city.edit("numarataj", door, "kayit_durumu", "arsiv");
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C03), ACCEPTED);
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("registry.local WHERE level = 'door' AND label = '83'"))
                .isEqualTo(1);
    }

    @Test
    void aStreetThatWasRenamedThereMeanwhileIsNotOverwrittenUnseen() {
        UUID road = city.jdbc
                .sql("SELECT tucbs_no FROM working.yol WHERE ad = 'Lale'")
                .query(UUID.class)
                .single();
        city.edit("yol", road, "ad", "Papatya");
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C11), SENT);
        registry.change((truth, revision) -> truth.streets.replaceAll(
                (code, street) -> street.name().equals("LALE") ? truth.with(street, "SÜMBÜL", revision) : street));
        sync.pull();
        sync.push();
        assertThat(registry.truth().streets.values())
                .extracting(street -> street.name())
                .contains("SÜMBÜL");
        sync.compare.run(Sync.BY);
        assertThat(only(ConflictKind.C22).changedBy()).isEqualTo("both");
    }

    private UUID newDoor(String number) {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        return city.door(side, number, null);
    }

    private void assertStandsThere() {
        sync.pull();
        assertThat(city.count("registry.entry WHERE level = 'door' AND code = ? AND active AND listed", CODE))
                .isEqualTo(1);
    }

    private void newRow(String number) {
        newRow(CODE, number);
    }

    private Conflict only(ConflictKind kind) {
        return sync.open().stream()
                .filter(conflict -> conflict.kind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + kind);
                })
                .orElseThrow();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }

    private void assertRefused(Conflict conflict, Verdict decision) {
        assertThatThrownBy(() -> decide(conflict, decision))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.CHANGED_SINCE));
    }
}
