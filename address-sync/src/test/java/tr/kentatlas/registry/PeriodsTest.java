package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.worklist.Worklist;
import tr.kentatlas.registry.worklist.Worklist.Row;

/** An object that has a row for each period is one object: the registry is told, and compared with, what is valid now. */
class PeriodsTest extends RegisteredCity {
    private static final String DOOR = "tip, yon, bina, durum, numarataj_kodu, geom";
    private static final String BUILDING = "yapi_durum, yapi_tipi, bina_kimlik_no, geom";

    @Test
    void whatBeginsTomorrowIsNoDifferenceToday() {
        city.tomorrow("numarataj", door("1"), DOOR, "kapi_no", "1/A");
        city.tomorrow("bina", building(), BUILDING, "kat_ustu", 9);
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("registry.local WHERE level IN ('door', 'building')"))
                .isEqualTo(16);
    }

    @Test
    void aNewDoorWithAPeriodToComeIsOneConflictAndIsSentAsItIsToday() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, "81", null);
        city.tomorrow("numarataj", door, DOOR, "kapi_no", "81/A");
        Conflict only = only();
        assertThat(sync.conflicts.seen(Conflicts.Query.first(10))).hasSize(1);
        sync.verdicts.decide(only.number(), new Verdict.SendLocal("yeni kapı"), Sync.BY, () -> {});
        assertThat(new Worklist(sync.store).rows())
                .extracting(Row::label, Row::door)
                .containsExactly(tuple("81", "81"));
        sync.push();
        assertThat(registry.truth().doors.values())
                .extracting(RegisteredDoor::number)
                .contains("81")
                .doesNotContain("81/A");
    }

    @Test
    void theRegistrysSideIsTakenOverIntoWhatIsValidToday() {
        UUID building = building();
        city.tomorrow("bina", building, BUILDING, "kat_ustu", 6);
        long code = city.jdbc
                .sql("SELECT code FROM registry.link WHERE level = 'building' AND local = ?")
                .param(building)
                .query(Long.class)
                .single();
        registry.change((truth, revision) ->
                truth.buildings.computeIfPresent(code, (c, known) -> truth.with(known, 9, revision)));
        sync.pull();
        sync.verdicts.decide(only().number(), new Verdict.AcceptRemote("sayıldı"), Sync.BY, () -> {});
        assertThat(city.count(
                        "working.bina WHERE tucbs_no = ? AND kat_ustu = 9 AND gecerlilik_baslangic IS NULL", building))
                .isEqualTo(1);
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND kat_ustu = 6", building))
                .isEqualTo(1);
        assertThat(sync.compared()).isEmpty();
    }

    private Conflict only() {
        assertThat(sync.compared()).hasSize(1);
        return sync.open().getFirst();
    }

    private UUID door(String number) {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj WHERE kapi_no = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private UUID building() {
        return city.jdbc
                .sql("SELECT bina FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
    }
}
