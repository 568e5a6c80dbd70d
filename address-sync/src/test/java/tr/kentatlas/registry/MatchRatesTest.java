package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.match.LeftOut;
import tr.kentatlas.registry.match.MatchRates;
import tr.kentatlas.registry.match.MatchRates.Rate;
import tr.kentatlas.registry.port.Level;

class MatchRatesTest extends RegisteredCity {
    @Test
    void theNumbersAreThoseOfTheLastRunAndTheConflictsThoseOfNow() {
        AddressSync whole = new AddressSync(city.database, SyncCity.MODEL, SyncCity.SRID);
        whole.compare(Sync.BY, () -> false);
        assertThat(doors()).isEqualTo("4 4 4 4 0");
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.door(side, "81", null);
        assertThat(doors()).isEqualTo("4 4 4 4 0");
        whole.compare(Sync.BY, () -> false);
        assertThat(doors()).isEqualTo("5 4 4 4 1");
        sync.verdicts.decide(sync.open().getFirst().number(), new Verdict.Ignore(null, "saha"), Sync.BY, () -> {});
        assertThat(doors()).isEqualTo("5 4 4 4 0");
    }

    @Test
    void aCityThatWasNeverCountedIsCountedWhenSomebodyLooks() {
        assertThat(doors()).isEqualTo("4 4 4 4 0");
    }

    @Test
    void whileSomebodyCountsOthersAreNotKeptWaiting() throws SQLException {
        try (Connection counting = city.server.getConnection()) {
            counting.setAutoCommit(false);
            counting.createStatement().execute("SELECT pg_advisory_xact_lock(hashtext('registry.count'))");
            assertThat(rate(Level.DOOR).countedAt()).isNull();
            counting.rollback();
        }
        assertThat(rate(Level.DOOR).countedAt()).isNotNull();
    }

    @Test
    void whatIsLeftOutIsWhatTheLastCountFound() {
        new MatchRates(sync.store).count();
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.edit("numarataj", city.door(side, "82", null), "kapi_no", null);
        assertThat(new LeftOut(sync.store).in(SyncCity.WEST, 10)).isEmpty();
        new MatchRates(sync.store).count();
        assertThat(new LeftOut(sync.store).in(SyncCity.WEST, 10)).hasSize(1);
    }

    @Test
    void whatCannotBeComparedIsOursAllTheSameAndIsToldWithWhatItLacks() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, "81", null);
        city.unit(door, null, "1", 0);
        city.edit("numarataj", door, "yon", null);
        city.edit("numarataj", city.door(side, "82", null), "kapi_no", null);
        city.edit("numarataj", city.door(side, "83", null), "yon", null, "durum", "retired");
        new MatchRates(sync.store).count();
        assertThat(doors()).isEqualTo("6 4 4 4 0");
        assertThat(rate(Level.DOOR).oursLeftOut()).isEqualTo(2);
        assertThat(rate(Level.UNIT).oursLeftOut()).isEqualTo(1);
        assertThat(new LeftOut(sync.store).in(SyncCity.WEST, 10))
                .extracting(row -> row.level() + " " + row.label() + " " + row.missing())
                .containsExactly("DOOR null NUMBER", "DOOR 81 SIDE", "UNIT 1 SIDE");
        assertThat(new LeftOut(sync.store).in(SyncCity.EAST, 10)).isEmpty();
    }

    @Test
    void aRoadWithoutANameIsToldWithItsDoorsAndTheirUnitsInsteadOfBeingWaitedFor() {
        UUID road = city.road("Köy Yolu", "4");
        city.house(city.side(road, SyncCity.WEST, 250), "91", 1);
        city.side(city.road("Patika", "4"), SyncCity.WEST, 260);
        city.jdbc
                .sql("UPDATE working.yol SET ad = NULL WHERE ad IN ('Köy Yolu', 'Patika')")
                .update();
        assertThat(sync.compared()).as("the building stands there by itself").hasSize(1);
        new MatchRates(sync.store).count();
        assertThat(new LeftOut(sync.store).in(SyncCity.WEST, 10))
                .extracting(row -> row.level() + " " + row.label() + " " + row.missing())
                .containsExactly("STREET null NAME", "DOOR 91 STREET", "UNIT 1 STREET");
        assertThat(doors()).isEqualTo("5 4 4 4 0");
    }

    @Test
    void aUnitBehindADoorWithoutANumberIsToldToo() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, "81", null);
        city.unit(door, null, "7", 0);
        city.edit("numarataj", door, "kapi_no", null);
        assertThat(sync.compared()).isEmpty();
        new MatchRates(sync.store).count();
        assertThat(new LeftOut(sync.store).in(SyncCity.WEST, 10))
                .extracting(row -> row.level() + " " + row.label() + " " + row.missing())
                .containsExactly("DOOR null NUMBER", "UNIT 7 NUMBER");
    }

    @Test
    void aNamedRoadWithoutSidesIsOurs() {
        city.jdbc
                .sql("DELETE FROM working.yol_orta_hat_yon s USING working.yol_orta_hat h, working.yol y"
                        + " WHERE s.orta_hat = h.tucbs_no AND h.yol = y.tucbs_no AND y.ad = 'Lale'")
                .update();
        new MatchRates(sync.store).count();
        assertThat(rate(Level.STREET).ours()).isEqualTo(2);
        assertThat(rate(Level.STREET).oursLeftOut()).isEqualTo(1);
    }

    @Test
    void anOlderCountDoesNotOverwriteANewerOne() {
        new MatchRates(sync.store).count();
        city.jdbc
                .sql("UPDATE registry.rate SET ours = 99, counted_at = now() + interval '1 minute'")
                .update();
        new MatchRates(sync.store).count();
        assertThat(doors()).isEqualTo("99 4 4 4 0");
    }

    private Rate rate(Level level) {
        return new MatchRates(sync.store)
                .all().stream()
                        .filter(one -> one.neighbourhood() == SyncCity.WEST && one.level() == level)
                        .findFirst()
                        .orElseThrow();
    }

    private String doors() {
        Rate rate = rate(Level.DOOR);
        return Stream.of(rate.ours(), rate.oursLinked(), rate.theirs(), rate.theirsLinked(), rate.conflicts())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
