package tr.kentatlas.registry.simulator;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.Revision;

/** The end of a row: refused while something in force hangs on it; the code stays for ever. */
final class RetireRules {
    private final RegistryBook book;

    RetireRules(RegistryBook book) {
        this.book = book;
    }

    Reply retire(Retirement end) {
        return switch (end.level()) {
            case STREET -> street(end);
            case BUILDING -> building(end);
            case DOOR -> door(end);
            case UNIT -> end(book.units, end, RegisteredUnit::revision, row -> Rules.ended(row, book));
        };
    }

    private Reply street(Retirement end) {
        boolean used =
                book.doors.all().stream().anyMatch(door -> door.revision().active() && door.street() == end.code());
        Reply reply =
                used ? inUse() : end(book.streets, end, RegisteredStreet::revision, row -> Rules.ended(row, book));
        if (reply.changed()) {
            book.streets.get(end.code()).ifPresent(street -> RoadRules.streetEnded(book, street));
        }
        return reply;
    }

    private Reply building(Retirement end) {
        boolean used = book.doors.all().stream()
                        .anyMatch(door -> door.revision().active() && Objects.equals(door.building(), end.code()))
                || book.units.all().stream()
                        .anyMatch(unit -> unit.revision().active() && Objects.equals(unit.building(), end.code()));
        return used ? inUse() : end(book.buildings, end, RegisteredBuilding::revision, row -> Rules.ended(row, book));
    }

    private Reply door(Retirement end) {
        boolean used = book.units.all().stream()
                        .anyMatch(unit -> unit.revision().active() && Objects.equals(unit.door(), end.code()))
                || book.doors.all().stream()
                        .anyMatch(door -> door.revision().active() && Objects.equals(door.mainDoor(), end.code()));
        return used ? inUse() : end(book.doors, end, RegisteredDoor::revision, row -> Rules.ended(row, book));
    }

    private <T> Reply end(Shelf<T> shelf, Retirement end, Function<T, Revision> revision, UnaryOperator<T> ended) {
        Optional<T> row = shelf.get(end.code());
        if (row.isEmpty()) {
            return Reply.refused(Reply.NOT_FOUND, "Kayıt bulunamadı: " + end.code() + ".");
        }
        return Rules.stale(revision.apply(row.get()), end.version()).orElseGet(() -> {
            T after = ended.apply(row.get());
            shelf.put(end.code(), after, book.visibleFrom());
            return Reply.done(end.code(), revision.apply(after).version());
        });
    }

    private static Reply inUse() {
        return Reply.refused(Reply.VALIDATION, "Bağlı etkin kayıt varken pasife alınamaz.");
    }
}
