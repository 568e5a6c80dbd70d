package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Level;

/** What is asked of one object is answered without reading the city. */
class OneObjectTest extends RegisteredCity {
    private static final String NOBODY = "'00000000-0000-0000-0000-000000000000'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.local WHERE level = 'door' AND id = ",
                "registry.local WHERE level = 'building' AND id = ",
                "registry.local WHERE level = 'unit' AND id = ",
                "registry.local WHERE level = 'door' AND building = ",
                "registry.local WHERE level = 'unit' AND parent = ",
                "registry.local_side s JOIN registry.local_door d ON d.side = s.id WHERE s.road = ",
                "registry.outbox WHERE queued_no = 1 AND request <> "
            })
    void isFoundByAnIndex(String question) {
        assertThat(plan("SELECT * FROM " + question + NOBODY))
                .doesNotContainPattern(
                        "Seq Scan on (numarataj|bina|bagimsiz_bolum|yol|yol_orta_hat|yol_orta_hat_yon|link|outbox)( |$)");
    }

    /** Small tables would be read whole anyway. */
    private String plan(String sql) {
        return sync.store.write(Sync.BY, jdbc -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n", jdbc.sql("EXPLAIN " + sql).query(String.class).list());
        });
    }

    @Test
    void whatHasPartsIsNotEndedBeforeThem() {
        registry.change((truth, revision) -> {
            truth.streets.clear();
            truth.buildings.clear();
            truth.doors.clear();
            truth.units.clear();
        });
        sync.pull();
        sync.allow(SyncCity.WEST);
        sync.allow(SyncCity.EAST);
        sync.compare.run(Sync.BY);
        for (Level level : new Level[] {Level.STREET, Level.BUILDING, Level.DOOR}) {
            assertThatThrownBy(() -> end(level))
                    .as(level.name())
                    .isInstanceOfSatisfying(
                            VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.HAS_PARTS));
        }
        for (Level level : new Level[] {Level.UNIT, Level.DOOR, Level.BUILDING, Level.STREET}) {
            while (isOpen(level)) end(level);
        }
        assertThat(city.count("working.numarataj") + city.count("working.yol")).isZero();
    }

    private boolean isOpen(Level level) {
        return sync.open().stream().anyMatch(one -> one.level() == level);
    }

    private void end(Level level) {
        Conflict ended = sync.open().stream()
                .filter(one -> one.level() == level)
                .findFirst()
                .orElseThrow();
        sync.verdicts.decide(ended.number(), new Verdict.AcceptRemote("orada yok"), Sync.BY, () -> {});
    }
}
