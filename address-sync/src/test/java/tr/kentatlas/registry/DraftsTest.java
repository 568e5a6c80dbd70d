package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.Saying;

/** The registry is told of what the city publishes: a draft is neither sent there nor ended there, it waits. */
class DraftsTest extends RegisteredCity {
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");
    private static final long CODE = 700_001;

    @Test
    void aDraftIsAConflictOnlyOnceItIsInForce() {
        UUID door = newDoor("81");
        draft("numarataj", door);
        assertThat(sync.compared()).isEmpty();
        active("numarataj", door);
        assertThat(only(ConflictKind.C04).local()).isEqualTo(door);
    }

    @Test
    void whatBecomesADraftStaysLinkedAndIsComparedAgainOnceItIsInForce() {
        UUID door = door("1");
        city.edit("numarataj", door, "kapi_no", "55", "kayit_durumu", "taslak");
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("registry.link WHERE ended_at IS NULL AND local = ?", door))
                .isEqualTo(1);
        active("numarataj", door);
        assertThat(only(ConflictKind.C11).detail()).contains("55");
    }

    @Test
    void aDraftOfWhatTheRegistryHasIsLinkedAndNotTakenOverASecondTime() {
        UUID door = newDoor("81");
        draft("numarataj", door);
        newRow("81", door);
        sync.pull();
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("registry.link WHERE code = ? AND local = ?", CODE, door))
                .isEqualTo(1);
    }

    @Test
    void aDraftIsNoCandidateBesideADoorThatIsInForce() {
        draft("numarataj", newDoor("81"));
        UUID door = newDoor("81");
        newRow("81", door);
        sync.pull();
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("registry.link WHERE code = ? AND local = ?", CODE, door))
                .isEqualTo(1);
    }

    @Test
    void whatBecomesADraftWhileItWaitsIsSentOnceItIsInForce() {
        UUID door = newDoor("81");
        decide(only(ConflictKind.C04), SENT);
        draft("numarataj", door);
        sync.push();
        assertThat(numbers()).doesNotContain("81");
        assertThat(city.count("registry.outbox WHERE state = 'queued' AND message LIKE ?", waits()))
                .isEqualTo(1);
        active("numarataj", door);
        sync.push();
        assertThat(numbers()).contains("81");
    }

    @Test
    void aVerdictOnWhatBecameADraftMeanwhileIsRefused() {
        UUID door = newDoor("81");
        Conflict conflict = only(ConflictKind.C04);
        draft("numarataj", door);
        assertThatThrownBy(() -> decide(conflict, SENT))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.CHANGED_SINCE));
    }

    @Test
    void aDoorIsToldWithItsBuildingThoughThatIsADraftNow() {
        UUID building = city.jdbc
                .sql("SELECT bina FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        draft("bina", building);
        city.edit("numarataj", door("1"), "kapi_no", "55");
        decide(only(ConflictKind.C11), SENT);
        sync.push();
        assertThat(registry.truth().doors.values())
                .filteredOn(door -> door.number().equals("55"))
                .singleElement()
                .extracting(RegisteredDoor::building)
                .isNotNull();
    }

    @Test
    void aRoadIsSentWithoutADraftOfItsLinesAndWaitsWhereTheRegistryHasThatLine() {
        UUID road = city.jdbc
                .sql("SELECT tucbs_no FROM working.yol WHERE ad = 'Lale'")
                .query(UUID.class)
                .single();
        city.side(road, SyncCity.WEST, 250);
        draft("yol_orta_hat", line(road, "DESC"));
        rename(road, "Papatya");
        assertThat(street("PAPATYA").sides()).hasSize(2);
        sync.pull();
        draft("yol_orta_hat", line(road, "ASC"));
        active("yol_orta_hat", line(road, "DESC"));
        rename(road, "Sümbül");
        assertThat(city.count("registry.outbox WHERE state = 'queued' AND message LIKE ?", waits()))
                .isEqualTo(1);
        assertThat(street("PAPATYA").sides()).hasSize(2);
    }

    private void rename(UUID road, String name) {
        city.edit("yol", road, "ad", name);
        decide(only(ConflictKind.C11), SENT);
        sync.push();
    }

    private UUID line(UUID road, String order) {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.yol_orta_hat WHERE yol = ? ORDER BY ST_YMin(geom) " + order
                        + " LIMIT 1")
                .param(road)
                .query(UUID.class)
                .single();
    }

    private RegisteredStreet street(String name) {
        return registry.truth().streets.values().stream()
                .filter(street -> street.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String waits() {
        return "%" + Saying.DRAFT_HERE.word() + "%";
    }

    private void draft(String type, UUID id) {
        city.edit(type, id, "kayit_durumu", "taslak");
    }

    private void active(String type, UUID id) {
        city.edit(type, id, "kayit_durumu", "aktif");
    }

    private UUID newDoor(String number) {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        return city.door(side, number, null);
    }

    private void newRow(String number, UUID place) {
        RegisteredDoor beside = registry.truth().doors.values().stream()
                .filter(door -> door.number().equals("1"))
                .findFirst()
                .orElseThrow();
        registry.change((truth, revision) -> truth.doors.put(
                CODE,
                new RegisteredDoor(
                        CODE,
                        beside.neighbourhood(),
                        beside.street(),
                        beside.side(),
                        null,
                        null,
                        number,
                        beside.kind(),
                        DoorPlace.of(city, place),
                        revision)));
    }

    private List<String> numbers() {
        return registry.truth().doors.values().stream()
                .map(RegisteredDoor::number)
                .toList();
    }

    private UUID door(String number) {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj WHERE kapi_no = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private Conflict only(ConflictKind kind) {
        assertThat(sync.compared()).extracting(Conflict::kind).containsExactly(kind);
        return sync.open().getFirst();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }
}
