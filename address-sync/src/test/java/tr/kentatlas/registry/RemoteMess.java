package tr.kentatlas.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.memory.Truth;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.Revision;

/** Other people who change the registry, by chance from a seed. */
final class RemoteMess {
    private final MemoryRegistry registry;
    private final Random dice;
    private long nextCode = 800_000;

    RemoteMess(MemoryRegistry registry, long seed) {
        this.registry = registry;
        this.dice = new Random(seed);
    }

    void one() {
        switch (dice.nextInt(6)) {
            case 0 -> addDoor();
            case 1 -> renumberDoor();
            case 2 -> changeFloors();
            case 3 -> moveUnit();
            case 4 -> renameStreet();
            default -> retireUnit();
        }
    }

    private void addDoor() {
        RegisteredStreet street =
                any(active(registry.truth().streets.values(), s -> s.revision().active()));
        if (street == null) return;
        registry.change((truth, revision) -> {
            long building = nextCode++;
            long door = nextCode++;
            truth.buildings.put(
                    building,
                    new RegisteredBuilding(
                            building, street.neighbourhood(), null, "mustakil", "kullanimda", 1, null, null, revision));
            truth.doors.put(
                    door,
                    new RegisteredDoor(
                            door,
                            street.neighbourhood(),
                            street.code(),
                            null,
                            building,
                            null,
                            free(truth, street),
                            "anaGiris",
                            null,
                            revision));
            truth.units.put(
                    3_100_000_000L + door,
                    new RegisteredUnit(
                            3_100_000_000L + door,
                            street.neighbourhood(),
                            building,
                            door,
                            null,
                            0,
                            "konut",
                            "bagimsizBolum",
                            "kullanimda",
                            revision));
        });
    }

    private String free(Truth truth, RegisteredStreet street) {
        while (true) {
            String number = Integer.toString(1 + dice.nextInt(60));
            if (truth.doors.values().stream()
                    .noneMatch(d -> d.street() == street.code() && d.number().equals(number))) return number;
        }
    }

    private void renumberDoor() {
        RegisteredDoor door =
                any(active(registry.truth().doors.values(), d -> d.revision().active()));
        if (door == null) return;
        RegisteredStreet street = registry.truth().streets.get(door.street());
        if (street == null) return;
        registry.change(
                (truth, revision) -> truth.doors.put(door.code(), truth.with(door, free(truth, street), revision)));
    }

    private void changeFloors() {
        RegisteredBuilding building = any(
                active(registry.truth().buildings.values(), b -> b.revision().active()));
        if (building == null) return;
        registry.change((truth, revision) ->
                truth.buildings.put(building.code(), truth.with(building, 1 + dice.nextInt(9), revision)));
    }

    private void moveUnit() {
        RegisteredUnit unit =
                any(active(registry.truth().units.values(), u -> u.revision().active()));
        if (unit == null) return;
        registry.change(
                (truth, revision) -> truth.units.put(unit.addressNo(), truth.with(unit, dice.nextInt(5), revision)));
    }

    private void renameStreet() {
        RegisteredStreet street =
                any(active(registry.truth().streets.values(), s -> s.revision().active()));
        if (street == null) return;
        String name = "YENİ " + (1000 + dice.nextInt(9000));
        registry.change((truth, revision) -> truth.streets.replaceAll((code, s) -> s.road() != null
                        && s.road().equals(street.road())
                        && s.revision().active()
                ? truth.with(s, name, revision)
                : s));
    }

    private void retireUnit() {
        RegisteredUnit unit =
                any(active(registry.truth().units.values(), u -> u.revision().active()));
        if (unit == null) return;
        registry.change((truth, revision) -> truth.units.put(
                unit.addressNo(),
                truth.with(
                        unit,
                        unit.floor() == null ? 0 : unit.floor(),
                        new Revision(false, revision.version(), LocalDate.EPOCH, null))));
    }

    private static <T> List<T> active(Collection<T> rows, Predicate<T> keep) {
        return new ArrayList<>(rows.stream().filter(keep).toList());
    }

    private <T> @Nullable T any(List<T> rows) {
        return rows.isEmpty() ? null : rows.get(dice.nextInt(rows.size()));
    }

    /** Retires whatever the code names, as somebody else would. */
    void retire(Level level, long code) {
        registry.send(new Retirement(level, code, 0, "yıkım", LocalDate.EPOCH), new RequestKey(UUID.randomUUID()));
    }
}
