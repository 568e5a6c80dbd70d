package tr.kentatlas.registry.memory;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;

/** What the registry holds at one moment. */
public final class Truth {
    public final Map<Long, RegisteredStreet> streets = new TreeMap<>();
    public final Map<Long, RegisteredBuilding> buildings = new TreeMap<>();
    public final Map<Long, RegisteredDoor> doors = new TreeMap<>();
    public final Map<Long, RegisteredUnit> units = new TreeMap<>();

    Truth copy() {
        Truth copy = new Truth();
        copy.streets.putAll(streets);
        copy.buildings.putAll(buildings);
        copy.doors.putAll(doors);
        copy.units.putAll(units);
        return copy;
    }

    Collection<? extends RegisteredRow> rows(Level level) {
        return switch (level) {
            case STREET -> streets.values();
            case BUILDING -> buildings.values();
            case DOOR -> doors.values();
            case UNIT -> units.values();
        };
    }

    long highestVersion(long neighbourhood) {
        return Stream.of(Level.values())
                .flatMap(level -> rows(level).stream())
                .filter(row -> row.neighbourhood() == neighbourhood)
                .mapToLong(row -> row.revision().version())
                .max()
                .orElse(0);
    }

    public RegisteredStreet with(RegisteredStreet s, String name, Revision revision) {
        return new RegisteredStreet(
                s.code(),
                s.road(),
                s.neighbourhood(),
                name,
                s.secondName(),
                s.oldName(),
                s.kind(),
                s.sides(),
                s.centreLines(),
                revision);
    }

    public RegisteredBuilding with(RegisteredBuilding b, int floors, Revision revision) {
        return new RegisteredBuilding(
                b.code(),
                b.neighbourhood(),
                b.name(),
                b.kind(),
                b.condition(),
                floors,
                b.floorsBelow(),
                b.footprint(),
                revision);
    }

    public RegisteredDoor with(RegisteredDoor d, String number, Revision revision) {
        return new RegisteredDoor(
                d.code(),
                d.neighbourhood(),
                d.street(),
                d.side(),
                d.building(),
                d.otherConstruction(),
                d.parcel(),
                d.mainDoor(),
                number,
                d.kind(),
                d.position(),
                revision);
    }

    public RegisteredUnit with(RegisteredUnit u, int floor, Revision revision) {
        return new RegisteredUnit(
                u.addressNo(),
                u.neighbourhood(),
                u.building(),
                u.door(),
                u.number(),
                floor,
                u.use(),
                u.kind(),
                u.condition(),
                revision);
    }
}
