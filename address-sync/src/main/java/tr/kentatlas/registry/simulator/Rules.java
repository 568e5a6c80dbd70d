package tr.kentatlas.registry.simulator;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Target;

/** What all writes have in common. */
final class Rules {
    private Rules() {}

    /** A row that is to be changed must be there, in force, and no newer than the sender knows. */
    static <T> Optional<Reply> current(Shelf<T> shelf, Target target, Function<T, Revision> revision) {
        Long code = target.code();
        if (code == null) {
            return Optional.empty();
        }
        Optional<Revision> known = shelf.get(code).map(revision);
        if (known.isEmpty()) {
            return Optional.of(Reply.refused(Reply.NOT_FOUND, "Kayıt bulunamadı: " + code + "."));
        }
        return stale(known.get(), target.version());
    }

    static Optional<Reply> stale(Revision known, long sent) {
        if (!known.active()) {
            return Optional.of(Reply.refused(Reply.STALE, "Kayıt pasife alınmış."));
        }
        return sent != 0 && sent < known.version()
                ? Optional.of(
                        Reply.refused(Reply.STALE, "Kayıt okunduktan sonra değişmiş: sürüm " + known.version() + "."))
                : Optional.empty();
    }

    static long code(Target target, LongSupplier fresh) {
        Long code = target.code();
        return code == null ? fresh.getAsLong() : code;
    }

    static Revision ended(Revision revision, RegistryBook book) {
        return new Revision(false, book.nextVersion(), book.today(), revision.successor());
    }

    static RegisteredStreet ended(RegisteredStreet row, RegistryBook book) {
        return Ended.with(row, ended(row.revision(), book));
    }

    static RegisteredBuilding ended(RegisteredBuilding row, RegistryBook book) {
        return Ended.with(row, ended(row.revision(), book));
    }

    static RegisteredDoor ended(RegisteredDoor row, RegistryBook book) {
        return Ended.with(row, ended(row.revision(), book));
    }

    static RegisteredUnit ended(RegisteredUnit row, RegistryBook book) {
        return Ended.with(row, ended(row.revision(), book));
    }
}
