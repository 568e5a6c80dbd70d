package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.push.OutboxList;

class ConflictsTest extends RegisteredCity {
    private final RemoteMess others = new RemoteMess(registry, 1);

    @Test
    void aRegistryNumberThatDiffersIsAskedAboutAndNeverTakenOverSilently() {
        renumber("77");
        Conflict conflict = only(ConflictKind.C11);
        assertThat(conflict.changedBy()).isEqualTo("remote");
        assertThat(conflict.detail()).contains("\"label\"", "77");
        assertThat(number(conflict)).isNotEqualTo("77");
        decide(conflict, new Verdict.AcceptRemote("kayıt güncel"));
        assertThat(number(conflict)).isEqualTo("77");
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("working.numarataj_gecmis WHERE tucbs_no = ? AND kapi_no <> '77'", firstDoor()))
                .isPositive();
    }

    /** It may send either; only its codes are ours. */
    @Test
    void theRegistrysTextForAKindIsOurCode() {
        registry.change((truth, revision) -> truth.doors.computeIfPresent(doorCode(firstDoor()), (code, d) -> {
            assertThat(d.kind()).isEqualTo("anaGiris");
            return new RegisteredDoor(
                    code,
                    d.neighbourhood(),
                    d.street(),
                    d.side(),
                    d.building(),
                    d.otherConstruction(),
                    d.parcel(),
                    d.mainDoor(),
                    d.number(),
                    "BİNA ANA GİRİŞ",
                    d.position(),
                    revision);
        }));
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void aLocalDraftSurvivesThePullAndCanBeSent() {
        UUID door = firstDoor();
        city.edit("numarataj", door, "kapi_no", "55/B");
        Conflict conflict = only(ConflictKind.C11);
        assertThat(conflict.changedBy()).isEqualTo("local");
        decide(conflict, new Verdict.SendLocal("yeni numara"));
        sync.push();
        assertThat(registry.truth().doors.values())
                .filteredOn(d -> d.number().equals("55/B"))
                .hasSize(1);
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void bothSidesChangedIsSaidSo() {
        long code = doorCode(firstDoor());
        city.edit("numarataj", firstDoor(), "kapi_no", "55");
        registry.change(
                (truth, revision) -> truth.doors.computeIfPresent(code, (c, d) -> truth.with(d, "56", revision)));
        assertThat(only(ConflictKind.C11).changedBy()).isEqualTo("both");
    }

    @Test
    void aVersionThatIsTooOldBecomesItsOwnConflict() {
        UUID door = firstDoor();
        city.edit("numarataj", door, "kapi_no", "55");
        decide(only(ConflictKind.C11), new Verdict.SendLocal("yeni numara"));
        assertThat(new OutboxList(sync.store)
                        .newest(MessageState.QUEUED, 1)
                        .getFirst()
                        .kind())
                .isEqualTo(OutboxEntry.Kind.CHANGE);
        registry.change((truth, revision) ->
                truth.doors.computeIfPresent(doorCode(door), (c, d) -> truth.with(d, "56", revision)));
        sync.push();
        Conflict stale = only(ConflictKind.C22);
        decide(stale, new Verdict.SendLocal("belediye doğru"));
        sync.push();
        assertThat(registry.truth().doors.get(doorCode(door)))
                .extracting(RegisteredDoor::number)
                .isEqualTo("55");
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void aRowRetiredThereIsAskedAboutHere() {
        long unit = registry.truth().units.keySet().iterator().next();
        others.retire(Level.UNIT, unit);
        Conflict conflict = only(ConflictKind.C15);
        decide(conflict, new Verdict.AcceptRemote("yıkıldı"));
        assertThat(city.count("working.bagimsiz_bolum")).isEqualTo(15);
        assertThat(city.count("working.bagimsiz_bolum_gecmis WHERE ended_how = 'delete'"))
                .isEqualTo(1);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whatOnlyTheRegistryHasBecomesOursWithItsParentsFirst() {
        long street = registry.truth().streets.keySet().iterator().next();
        registry.change((truth, revision) -> truth.doors.put(
                900_001L,
                new RegisteredDoor(
                        900_001, SyncCity.WEST, street, null, null, null, "41", "anaGiris", null, revision)));
        Conflict conflict = only(ConflictKind.C03);
        decide(conflict, new Verdict.AcceptRemote("sahada var"));
        assertThat(city.count("working.numarataj WHERE numarataj_kodu = 900001 AND kapi_no = '41'"))
                .isEqualTo(1);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whatTheCityEndedCanBeEndedThere() {
        city.retire(
                "bagimsiz_bolum",
                city.jdbc
                        .sql("SELECT tucbs_no FROM working.bagimsiz_bolum LIMIT 1")
                        .query(UUID.class)
                        .single());
        decide(only(ConflictKind.C03), new Verdict.SendLocal("birleştirildi"));
        sync.push();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
        assertThat(registry.truth().units.values())
                .filteredOn(u -> !u.revision().active())
                .hasSize(1);
    }

    @Test
    void twoOfOursForOneRowAreForAPersonToTellApart() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID twin = city.door(side, "1", null);
        city.jdbc
                .sql("UPDATE registry.link SET ended_at = now() WHERE level = 'door' AND code = ?")
                .param(doorCode(firstDoor()))
                .update();
        city.edit("numarataj", firstDoor(), "numarataj_kodu", null);
        Conflict conflict = only(ConflictKind.C16);
        assertThatThrownBy(() -> decide(conflict, new Verdict.AcceptRemote("?")))
                .isInstanceOf(VerdictRefused.class);
        decide(conflict, new Verdict.Link(twin, null, "sahada bakıldı"));
        assertThat(city.count("registry.link WHERE ended_at IS NULL AND local = ? AND pass = 'HAND'", twin))
                .isEqualTo(1);
    }

    @Test
    void oneOfOursForTwoRowsIsForAPersonToTellApart() {
        UUID door = firstDoor();
        long code = doorCode(door);
        city.jdbc
                .sql("UPDATE registry.link SET ended_at = now() WHERE level = 'door' AND code = ?")
                .param(code)
                .update();
        city.edit("numarataj", door, "numarataj_kodu", null);
        registry.change((truth, revision) -> {
            RegisteredDoor d = Objects.requireNonNull(truth.doors.get(code));
            truth.doors.put(
                    900_001L,
                    new RegisteredDoor(
                            900_001,
                            d.neighbourhood(),
                            d.street(),
                            null,
                            null,
                            null,
                            d.number(),
                            d.kind(),
                            null,
                            revision));
        });
        Conflict conflict = only(ConflictKind.C17);
        decide(conflict, new Verdict.Link(null, code, "ana kapı"));
        assertThat(only(ConflictKind.C03).code()).isEqualTo(900_001L);
    }

    @Test
    void anIgnoredConflictComesBackWhenItChangesOrItsDayHasCome() {
        renumber("77");
        decide(
                only(ConflictKind.C11),
                new Verdict.Ignore(LocalDate.now(ZoneId.systemDefault()).plusDays(30), "saha bekleniyor"));
        assertThat(sync.compared()).isEmpty();
        renumber("78");
        assertThat(only(ConflictKind.C11).detail()).contains("78");
    }

    @Test
    void everyDecisionIsInTheJournalWhichNobodyCanChange() {
        renumber("77");
        decide(only(ConflictKind.C11), new Verdict.AcceptRemote("kayıt güncel"));
        assertThat(city.count("registry.journal WHERE what = 'conflict' AND actor = 'numarataj'"
                        + " AND after ->> 'decision' = 'accept-remote' AND after ->> 'reason' = 'kayıt güncel'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> city.jdbc.sql("DELETE FROM registry.journal").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void aDecisionWithoutAReasonIsRefused() {
        renumber("77");
        assertThatThrownBy(() -> decide(only(ConflictKind.C11), new Verdict.AcceptRemote(" ")))
                .isInstanceOf(VerdictRefused.class);
    }

    private void renumber(String number) {
        long code = doorCode(firstDoor());
        registry.change(
                (truth, revision) -> truth.doors.computeIfPresent(code, (c, d) -> truth.with(d, number, revision)));
    }

    private UUID firstDoor() {
        return city.jdbc
                .sql("SELECT object FROM registry.link WHERE level = 'door' ORDER BY code LIMIT 1")
                .query(UUID.class)
                .single();
    }

    @Test
    void aConflictIsNotIgnoredUntilADayThatIsPast() {
        city.edit("numarataj", firstDoor(), "kapi_no", "55");
        Conflict conflict = only(ConflictKind.C11);
        LocalDate today =
                city.jdbc.sql("SELECT current_date").query(LocalDate.class).single();
        assertThatThrownBy(() -> decide(conflict, new Verdict.Ignore(today.minusDays(1), "dün")))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(VerdictRefused.Why.DAY_PAST));
        assertThat(sync.open()).hasSize(1);
        decide(conflict, new Verdict.Ignore(today, "bugün"));
        assertThat(sync.compared()).isEmpty();
    }

    private long doorCode(UUID door) {
        return city.jdbc
                .sql("SELECT code FROM registry.link WHERE level = 'door' AND local = ? LIMIT 1")
                .param(door)
                .query(Long.class)
                .single();
    }

    private String number(Conflict conflict) {
        return city.jdbc
                .sql("SELECT kapi_no FROM working.numarataj WHERE tucbs_no = ?")
                .param(conflict.object())
                .query(String.class)
                .single();
    }

    private Conflict only(ConflictKind kind) {
        sync.pull();
        List<Conflict> open = sync.compared();
        assertThat(open).extracting(Conflict::kind).containsExactly(kind);
        return open.get(0);
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }
}
