package tr.kentatlas.registry.simulator;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.spatial.address.DoorNumber;

/** Writes of buildings, doors and units by the rules of address numbering. */
final class PlaceRules {
    private static final double OVERLAP = 0.5;
    private static final int MOST_FLOORS = 200;
    private static final int LONGEST_UNIT = 30;

    private final RegistryBook book;

    PlaceRules(RegistryBook book) {
        this.book = book;
    }

    Reply put(BuildingWrite building) {
        return Rules.current(book.buildings, building.target(), RegisteredBuilding::revision)
                .or(() -> area(building.neighbourhood()))
                .or(() -> shape(building))
                .orElseGet(() -> write(building));
    }

    private Optional<Reply> area(long neighbourhood) {
        return book.neighbourhoods.has(neighbourhood)
                ? Optional.empty()
                : refused(Reply.OUT_OF_AREA, "Mahalle yetki alanınız dışında: " + neighbourhood + ".");
    }

    private Optional<Reply> shape(BuildingWrite building) {
        int above = Objects.requireNonNullElse(building.floorsAbove(), 0);
        int below = Objects.requireNonNullElse(building.floorsBelow(), 0);
        if (above < 0 || above > MOST_FLOORS || below < 0 || below > MOST_FLOORS) {
            return refused(Reply.VALIDATION, "Kat sayısı 0 ile " + MOST_FLOORS + " arasında olmalı.");
        }
        Geometry shape = building.footprint();
        if (shape != null && (shape.getDimension() != 2 || !shape.isValid())) {
            return refused(Reply.GEOMETRY, "Yapının geometrisi geçerli bir alan değil.");
        }
        return shape != null && overlaps(shape, building.target().code())
                ? refused(Reply.GEOMETRY, "Yapı başka bir yapıyla çakışıyor.")
                : Optional.empty();
    }

    private boolean overlaps(Geometry shape, @Nullable Long self) {
        return book.buildings.all().stream()
                .filter(other -> other.revision().active() && !Objects.equals(other.code(), self))
                .map(RegisteredBuilding::footprint)
                .filter(Objects::nonNull)
                .filter(other -> other.getEnvelopeInternal().intersects(shape.getEnvelopeInternal()))
                .anyMatch(other ->
                        other.intersection(shape).getArea() > OVERLAP * Math.min(other.getArea(), shape.getArea()));
    }

    private Reply write(BuildingWrite sent) {
        long code = Rules.code(sent.target(), book.codes()::nineDigits);
        RegisteredBuilding row = new RegisteredBuilding(
                code,
                sent.neighbourhood(),
                sent.name(),
                sent.kind(),
                sent.condition(),
                sent.floorsAbove(),
                sent.floorsBelow(),
                sent.footprint(),
                book.nextRevision());
        book.buildings.put(code, row, book.visibleFrom());
        return Reply.done(code, row.revision().version());
    }

    Reply put(DoorWrite door) {
        return Rules.current(book.doors, door.target(), RegisteredDoor::revision)
                .or(() -> street(door))
                .or(() -> building(door.building()))
                .or(() -> mainDoor(door))
                .or(() -> number(door))
                .orElseGet(() -> write(door));
    }

    private Optional<Reply> street(DoorWrite door) {
        Optional<RegisteredStreet> street = book.activeStreet(door.street());
        if (street.isEmpty()) {
            return refused(Reply.PARENT_RETIRED, "Yol yok ya da pasif: " + door.street() + ".");
        }
        if (street.get().neighbourhood() != door.neighbourhood()) {
            return refused(Reply.VALIDATION, "Yol bu mahallede değil.");
        }
        Long side = door.side();
        boolean known = side == null || street.get().sides().stream().anyMatch(s -> s.code() == side);
        return known ? Optional.empty() : refused(Reply.VALIDATION, "Yol orta hat yönü bu yolun değil.");
    }

    private Optional<Reply> building(@Nullable Long building) {
        return building == null || book.activeBuilding(building).isPresent()
                ? Optional.empty()
                : refused(Reply.PARENT_RETIRED, "Yapı yok ya da pasif: " + building + ".");
    }

    private Optional<Reply> mainDoor(DoorWrite door) {
        Long main = door.mainDoor();
        return main == null || book.activeDoor(main).isPresent()
                ? Optional.empty()
                : refused(Reply.PARENT_RETIRED, "Bağlı olduğu numarataj yok ya da pasif: " + main + ".");
    }

    /** N-05: one number once on a street. */
    private Optional<Reply> number(DoorWrite door) {
        Optional<DoorNumber> number = DoorNumber.parse(door.number());
        if (number.isEmpty()) {
            return refused(Reply.VALIDATION, "Kapı numarası kurala uymuyor: " + door.number() + ".");
        }
        boolean taken = book.doors.all().stream()
                .filter(other ->
                        other.street() == door.street() && other.revision().active())
                .filter(other -> !Objects.equals(other.code(), door.target().code()))
                .anyMatch(other ->
                        DoorNumber.parse(other.number()).map(DoorNumber::text).equals(number.map(DoorNumber::text)));
        return taken ? refused(Reply.DUPLICATE, "Kapı numarası bu yolda kullanımda.") : Optional.empty();
    }

    private Reply write(DoorWrite sent) {
        long code = Rules.code(sent.target(), book.codes()::nineDigits);
        RegisteredDoor row = new RegisteredDoor(
                code,
                sent.neighbourhood(),
                sent.street(),
                sent.side(),
                sent.building(),
                sent.otherConstruction(),
                sent.parcel(),
                sent.mainDoor(),
                sent.number(),
                sent.kind(),
                sent.position(),
                book.nextRevision());
        book.doors.put(code, row, book.visibleFrom());
        return Reply.done(code, row.revision().version());
    }

    Reply put(UnitWrite unit) {
        return Rules.current(book.units, unit.target(), RegisteredUnit::revision)
                .or(() -> building(unit.building()))
                .or(() -> door(unit))
                .or(() -> number(unit))
                .or(() -> floor(unit))
                .orElseGet(() -> write(unit));
    }

    private Optional<Reply> door(UnitWrite unit) {
        Optional<RegisteredDoor> door = book.activeDoor(unit.door());
        if (door.isEmpty()) {
            return refused(Reply.PARENT_RETIRED, "Numarataj yok ya da pasif: " + unit.door() + ".");
        }
        return Objects.equals(door.get().building(), unit.building())
                ? Optional.empty()
                : refused(Reply.VALIDATION, "Numarataj bu yapının değil.");
    }

    private Optional<Reply> number(UnitWrite unit) {
        String number = unit.number();
        if (number != null && number.length() > LONGEST_UNIT) {
            return refused(Reply.VALIDATION, "İç kapı numarası " + LONGEST_UNIT + " karakteri aşamaz.");
        }
        boolean clash = book.units.all().stream()
                .filter(other -> other.revision().active() && Objects.equals(other.door(), unit.door()))
                .filter(other ->
                        !Objects.equals(other.addressNo(), unit.target().code()))
                .anyMatch(other -> number == null || number.equals(other.number()));
        if (clash) {
            return number == null
                    ? refused(Reply.VALIDATION, "Birden çok bağımsız bölümde iç kapı numarası zorunlu.")
                    : refused(Reply.DUPLICATE, "İç kapı numarası bu kapıda kullanımda.");
        }
        return Optional.empty();
    }

    private Optional<Reply> floor(UnitWrite unit) {
        Integer floor = unit.floor();
        RegisteredBuilding building = book.activeBuilding(unit.building()).orElseThrow();
        Integer above = building.floorsAbove();
        Integer below = building.floorsBelow();
        boolean outside = floor != null && ((above != null && floor > above) || (below != null && floor < -below));
        return outside ? refused(Reply.VALIDATION, "Kat, yapının katları dışında: " + floor + ".") : Optional.empty();
    }

    private Reply write(UnitWrite sent) {
        long code = Rules.code(sent.target(), book.codes()::addressNo);
        long neighbourhood = book.activeDoor(sent.door()).orElseThrow().neighbourhood();
        RegisteredUnit row = new RegisteredUnit(
                code,
                neighbourhood,
                sent.building(),
                sent.door(),
                sent.number(),
                sent.floor(),
                sent.use(),
                sent.kind(),
                sent.condition(),
                book.nextRevision());
        book.units.put(code, row, book.visibleFrom());
        return Reply.done(code, row.revision().version());
    }

    private static Optional<Reply> refused(int result, String text) {
        return Optional.of(Reply.refused(result, text));
    }
}
