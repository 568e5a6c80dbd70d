package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import tr.kentatlas.registry.memory.Faults.Kind;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.pull.PullResult;

/** A reading that was incomplete, late or without versions leaves what is known of the registry right. */
class ReadingsTest extends RegisteredCity {
    @Test
    void aPageThatComesWithoutItsRowsIsNotTheEndOfTheList() {
        registry.faults().nextReads(Collections.nCopies(5, Kind.NONE).toArray(Kind[]::new));
        registry.faults().nextReads(Kind.EMPTY_PAGE);
        assertThat(west())
                .isInstanceOfSatisfying(
                        PullResult.Complete.class,
                        done -> assertThat(done.readings()).isGreaterThan(1));
        assertThat(city.count("registry.entry WHERE NOT listed")).isZero();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void aListThatLacksAPageEachTimeIsNotBelieved() {
        for (int reading = 0; reading < 6; reading++) {
            registry.faults().nextReads(Collections.nCopies(5, Kind.NONE).toArray(Kind[]::new));
            registry.faults().nextReads(Kind.EMPTY_PAGE);
        }
        assertThat(west()).isInstanceOf(PullResult.Failed.class);
        assertThat(city.count("registry.entry WHERE NOT listed")).isZero();
        assertThat(west()).isInstanceOf(PullResult.Complete.class);
    }

    @Test
    void rowsThatCouldNotBeReadAreReadTheNextTimeThoughNothingChanged() {
        registry.faults().nextReads(Kind.NONE, Kind.UNREADABLE);
        assertThat(west()).isInstanceOf(PullResult.Complete.class);
        assertThat(sync.puller.pull(SyncCity.WEST, Sync.BY)).isInstanceOf(PullResult.Complete.class);
        assertThat(sync.puller.pull(SyncCity.WEST, Sync.BY)).isInstanceOf(PullResult.Unchanged.class);
    }

    @Test
    void whatMovedToAnotherNeighbourhoodIsNotTakenBackByAReadingThatWasHeld() {
        registry.faults().nextReads(Kind.NONE, Kind.NONE);
        registry.faults().nextReads(Collections.nCopies(3, Kind.MASS_RETIRE).toArray(Kind[]::new));
        RegisteredStreet lale = registry.truth().streets.values().stream()
                .filter(street -> street.name().equals("LALE"))
                .findFirst()
                .orElseThrow();
        assertThat(west()).isInstanceOf(PullResult.Halted.class);
        registry.change((truth, revision) -> truth.streets.put(
                lale.code(),
                new RegisteredStreet(
                        lale.code(),
                        lale.road(),
                        SyncCity.EAST,
                        lale.name(),
                        null,
                        null,
                        lale.kind(),
                        lale.sides(),
                        lale.centreLines(),
                        revision)));
        sync.puller.pullWhole(SyncCity.EAST, Sync.BY);
        sync.allow(SyncCity.WEST);
        assertThat(city.count(
                        "registry.entry WHERE level = 'street' AND code = ? AND neighbourhood = ? AND listed",
                        lale.code(),
                        SyncCity.EAST))
                .isEqualTo(1);
    }

    @Test
    void aPlaceThatChangedIsTakenOverAlsoWithoutANewVersion() {
        RegisteredDoor door = registry.truth().doors.values().iterator().next();
        registry.change((truth, revision) -> truth.doors.put(
                door.code(),
                new RegisteredDoor(
                        door.code(),
                        door.neighbourhood(),
                        door.street(),
                        door.side(),
                        door.building(),
                        door.mainDoor(),
                        door.number(),
                        door.kind(),
                        new GeometryFactory().createPoint(new Coordinate(32.5, 39.5)),
                        door.revision())));
        sync.pull();
        assertThat(city.count("registry.entry WHERE level = 'door' AND code = ? AND ST_X(geom) = 32.5", door.code()))
                .isEqualTo(1);
    }

    @Test
    void theTablesOfWhatWasReadAreCountedOnceItWasRead() {
        SyncCity fresh = SyncCity.empty();
        new AddressSync(fresh.database, SyncCity.MODEL, SyncCity.SRID)
                .pull(registry, List.of(SyncCity.WEST), AddressSync.Reading.WHOLE, Sync.BY, result -> {}, () -> false);
        assertThat(fresh.jdbc
                        .sql("SELECT reltuples::bigint FROM pg_class WHERE oid = 'registry.entry'::regclass")
                        .query(Long.class)
                        .single())
                .isEqualTo(fresh.count("registry.entry"))
                .isPositive();
        fresh.close();
    }

    private PullResult west() {
        return sync.puller.pullWhole(SyncCity.WEST, Sync.BY);
    }
}
