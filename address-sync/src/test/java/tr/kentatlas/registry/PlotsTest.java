package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredUnit;

/** The parcel or other construction a door leads to, and the condition of a unit, are sent, compared and taken over. */
class PlotsTest extends RegisteredCity {
    private static final Verdict ACCEPTED = new Verdict.AcceptRemote("kayıt doğru");
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");

    @Test
    void aDoorOfAnEmptyPlotIsSentWithItsParcelAndAskedAboutWhenThatChanges() {
        UUID door = newDoor("parsel", parcel(5_001));
        assertThat(there(door).parcel()).isEqualTo(5_001);
        city.edit("numarataj", door, "parsel", parcel(5_002));
        Conflict conflict = only();
        assertThat(conflict.detail()).contains("\"parcel\"", "5001", "5002");
        decide(conflict, ACCEPTED);
        assertThat(sync.compared()).isEmpty();
        registry.change((truth, revision) -> truth.doors.computeIfPresent(
                there(door).code(), (code, d) -> with(truth.with(d, d.number(), revision), null, 9_999L)));
        Conflict unknown = only();
        assertThatThrownBy(() -> decide(unknown, ACCEPTED))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.NOT_AMONG_OURS));
        decide(unknown, SENT);
        arrive();
        assertThat(there(door).parcel()).isEqualTo(5_001);
    }

    @Test
    void aDoorOfAnotherConstructionIsSentWithItsNumber() {
        UUID wall = city.insert("diger_yapi", "sur", null, "ad", "Sur Kapısı");
        UUID door = newDoor("diger_yapi", wall);
        assertThat(there(door).otherConstruction()).isEqualTo(wall.toString());
    }

    @Test
    void aNumberOfOursThatTheRegistryTellsInUpperCaseIsTheSameNumber() {
        UUID wall = city.insert("diger_yapi", "sur", null, "ad", "Sur Kapısı");
        UUID door = newDoor("diger_yapi", wall);
        String shouted = wall.toString().toUpperCase(Locale.ROOT);
        registry.change((truth, revision) -> truth.doors.computeIfPresent(
                there(door).code(), (code, d) -> with(truth.with(d, d.number(), revision), shouted, null)));
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void theConditionOfAUnitIsComparedSentAndTakenOver() {
        UUID unit = city.jdbc
                .sql("SELECT tucbs_no FROM working.bagimsiz_bolum ORDER BY tucbs_no LIMIT 1")
                .query(UUID.class)
                .single();
        city.edit("bagimsiz_bolum", unit, "durum", "yapimAsamasi");
        Conflict conflict = only();
        assertThat(conflict.detail()).contains("\"condition\"");
        decide(conflict, SENT);
        arrive();
        assertThat(registry.truth().units.values())
                .extracting(RegisteredUnit::condition)
                .contains("yapimAsamasi");
        city.edit("bagimsiz_bolum", unit, "durum", "kullanimda");
        decide(only(), ACCEPTED);
        assertThat(city.count("working.bagimsiz_bolum WHERE tucbs_no = ? AND durum = 'yapimAsamasi'", unit))
                .isEqualTo(1);
        assertThat(sync.compared()).isEmpty();
    }

    private UUID newDoor(String column, UUID leadsTo) {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, "91", null);
        city.edit("numarataj", door, column, leadsTo);
        decide(only(), SENT);
        arrive();
        return door;
    }

    private UUID parcel(long number) {
        return city.insert("parsel", "p" + number, null, "tasinmaz_kimlik_no", number, "parsel_no", "7");
    }

    private RegisteredDoor there(UUID door) {
        long code = city.jdbc
                .sql("SELECT code FROM registry.link WHERE ended_at IS NULL AND local = ?")
                .param(door)
                .query(Long.class)
                .single();
        return Objects.requireNonNull(registry.truth().doors.get(code));
    }

    private static RegisteredDoor with(RegisteredDoor d, @Nullable String otherConstruction, @Nullable Long parcel) {
        return new RegisteredDoor(
                d.code(),
                d.neighbourhood(),
                d.street(),
                d.side(),
                d.building(),
                otherConstruction,
                parcel,
                d.mainDoor(),
                d.number(),
                d.kind(),
                d.position(),
                d.revision());
    }

    private Conflict only() {
        sync.pull();
        assertThat(sync.compared()).hasSize(1);
        return sync.open().getFirst();
    }

    private void arrive() {
        sync.push();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }
}
