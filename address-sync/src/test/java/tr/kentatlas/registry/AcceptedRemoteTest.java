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

/** The registry's side is taken over only where it is known and fits. */
class AcceptedRemoteTest extends RegisteredCity {
    private static final Verdict ACCEPTED = new Verdict.AcceptRemote("kayıt doğru");
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");

    @Test
    void whatChangedThereMeanwhileIsTakenOverOnlyOnceItWasReadAndCompared() {
        UUID building = refusedAsTooOld();
        Conflict stale = only(ConflictKind.C22);
        assertRefused(stale, Why.READ_FIRST);
        sync.pull();
        assertRefused(stale, Why.NOTHING_DIFFERS);
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C22), ACCEPTED);
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND kat_ustu = 9", building))
                .isEqualTo(1);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheRefusalIsKnownEnough() {
        UUID building = queued();
        otherwise(building);
        sync.pull();
        sync.push();
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C22), ACCEPTED);
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND kat_ustu = 9", building))
                .isEqualTo(1);
    }

    @Test
    void aDoorOfAStreetWithoutSidesHereWaitsForItsRoad() {
        city.jdbc
                .sql(
                        "SELECT s.tucbs_no FROM working.yol_orta_hat_yon s JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat"
                                + " JOIN working.yol y ON y.tucbs_no = h.yol WHERE y.ad = 'Lale'")
                .query(UUID.class)
                .list()
                .forEach(side -> city.edit("yol_orta_hat_yon", side, "kayit_durumu", "arsiv"));
        Conflict door = sync.compared().stream()
                .filter(c -> c.kind() == ConflictKind.C03 && c.level() == Level.DOOR)
                .findFirst()
                .orElseThrow();
        assertRefused(door, Why.STREET_WITHOUT_SIDE);
    }

    private UUID refusedAsTooOld() {
        UUID building = queued();
        otherwise(building);
        sync.push();
        return building;
    }

    /** A building with another number of floors here, on its way to the registry. */
    private UUID queued() {
        UUID building = city.jdbc
                .sql("SELECT bina FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.edit("bina", building, "kat_ustu", 7);
        sync.compare.run(Sync.BY);
        decide(only(ConflictKind.C11), SENT);
        return building;
    }

    private void otherwise(UUID building) {
        long code = city.jdbc
                .sql("SELECT code FROM registry.link WHERE level = 'building' AND local = ?")
                .param(building)
                .query(Long.class)
                .single();
        registry.change((truth, revision) ->
                truth.buildings.computeIfPresent(code, (c, known) -> truth.with(known, 9, revision)));
    }

    private Conflict only(ConflictKind kind) {
        assertThat(sync.open()).extracting(Conflict::kind).containsExactly(kind);
        return sync.open().getFirst();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }

    private void assertRefused(Conflict conflict, Why why) {
        assertThatThrownBy(() -> decide(conflict, ACCEPTED))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(why));
    }
}
