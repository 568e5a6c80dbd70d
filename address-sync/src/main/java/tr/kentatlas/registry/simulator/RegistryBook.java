package tr.kentatlas.registry.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.spatial.feature.time.CityTime;

/** What the simulated registry holds: the truth, and what readers may see of it at a moment. All access is one at a time. */
public final class RegistryBook {
    private static final ZoneId TURKEY = CityTime.ZONE;

    final Shelf<RegisteredNeighbourhood> neighbourhoods = new Shelf<>();
    final Shelf<BookedRoad> roads = new Shelf<>();
    final Shelf<RegisteredStreet> streets = new Shelf<>();
    final Shelf<RegisteredBuilding> buildings = new Shelf<>();
    final Shelf<RegisteredDoor> doors = new Shelf<>();
    final Shelf<RegisteredUnit> units = new Shelf<>();
    private final Codes codes;
    private final Clock clock;
    private Duration delay = Duration.ZERO;
    private long version;

    RegistryBook(long seed, Clock clock) {
        this.codes = new Codes(seed);
        this.clock = clock;
    }

    /**
     * A road as a whole: name and kind are one in the municipality.
     *
     * @param sides in the order they were sent
     */
    record BookedRoad(long code, String name, String kind, List<RegisteredSide> sides, Revision revision) {}

    /** How long after a write readers still see the former state. */
    public synchronized void delay(Duration after) {
        delay = after;
    }

    /** Every row of every neighbourhood as it truly is, retired ones included. */
    public synchronized Content truth() {
        return new Content(neighbourhoods.all(), streets.all(), buildings.all(), doors.all(), units.all());
    }

    /** All rows at one moment. */
    public record Content(
            List<RegisteredNeighbourhood> neighbourhoods,
            List<RegisteredStreet> streets,
            List<RegisteredBuilding> buildings,
            List<RegisteredDoor> doors,
            List<RegisteredUnit> units) {}

    /** The truth changed by somebody else, visible at once. */
    public synchronized void change(RegisteredStreet street) {
        streets.put(street.code(), street, Instant.MIN);
    }

    /** The truth changed by somebody else, visible at once. */
    public synchronized void change(RegisteredBuilding building) {
        buildings.put(building.code(), building, Instant.MIN);
    }

    /** The truth changed by somebody else, visible at once. */
    public synchronized void change(RegisteredDoor door) {
        doors.put(door.code(), door, Instant.MIN);
    }

    /** The truth changed by somebody else, visible at once. */
    public synchronized void change(RegisteredUnit unit) {
        units.put(unit.addressNo(), unit, Instant.MIN);
    }

    /** The version after this one; a change by somebody else needs one. */
    public synchronized long nextVersion() {
        return ++version;
    }

    /** Ends the sowing: what follows is the same whether the rows were sown now or loaded from where they were kept. */
    synchronized void sown(long seed) {
        Content all = truth();
        List<Revision> revisions = Stream.of(
                        all.neighbourhoods().stream().map(RegisteredNeighbourhood::revision),
                        all.streets().stream().map(RegisteredStreet::revision),
                        all.buildings().stream().map(RegisteredBuilding::revision),
                        all.doors().stream().map(RegisteredDoor::revision),
                        all.units().stream().map(RegisteredUnit::revision))
                .flatMap(rows -> rows)
                .toList();
        version = revisions.stream().mapToLong(Revision::version).max().orElse(0);
        roads.all().forEach(this::take);
        all.neighbourhoods().forEach(row -> codes.take(row.code()));
        all.streets().forEach(row -> codes.take(row.code()));
        all.buildings().forEach(row -> codes.take(row.code()));
        all.doors().forEach(row -> codes.take(row.code()));
        all.units().forEach(row -> codes.take(row.addressNo()));
        codes.restart(seed + 1);
    }

    private void take(BookedRoad road) {
        codes.take(road.code());
        road.sides().forEach(side -> {
            codes.take(side.code());
            codes.take(side.centreLine());
        });
    }

    Revision nextRevision() {
        return new Revision(true, nextVersion(), today(), null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TURKEY);
    }

    Instant now() {
        return clock.instant();
    }

    /** From when on readers see what is written now. */
    Instant visibleFrom() {
        return clock.instant().plus(delay);
    }

    Codes codes() {
        return codes;
    }

    /** The highest version readers can see in a neighbourhood. */
    long highestVersion(long neighbourhood) {
        Instant now = now();
        LongStream versions = Stream.of(
                        streets.visible(now).stream()
                                .filter(row -> row.neighbourhood() == neighbourhood)
                                .map(RegisteredStreet::revision),
                        buildings.visible(now).stream()
                                .filter(row -> row.neighbourhood() == neighbourhood)
                                .map(RegisteredBuilding::revision),
                        doors.visible(now).stream()
                                .filter(row -> row.neighbourhood() == neighbourhood)
                                .map(RegisteredDoor::revision),
                        units.visible(now).stream()
                                .filter(row -> row.neighbourhood() == neighbourhood)
                                .map(RegisteredUnit::revision))
                .flatMap(rows -> rows)
                .mapToLong(Revision::version);
        return versions.max().orElse(0);
    }

    Optional<RegisteredStreet> activeStreet(long code) {
        return streets.get(code).filter(row -> row.revision().active());
    }

    Optional<RegisteredBuilding> activeBuilding(long code) {
        return buildings.get(code).filter(row -> row.revision().active());
    }

    Optional<RegisteredDoor> activeDoor(long code) {
        return doors.get(code).filter(row -> row.revision().active());
    }
}
