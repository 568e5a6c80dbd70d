package tr.kentatlas.registry.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.simulator.RegistryBook.BookedRoad;

/** The streets (CSBM) of one road: one in each neighbourhood it runs through. */
final class StreetsOfRoad {
    private final RegistryBook book;
    private final Map<Long, RegisteredStreet> before = new LinkedHashMap<>();
    private final Map<Long, Long> codes = new LinkedHashMap<>();

    StreetsOfRoad(RegistryBook book, long road) {
        this.book = book;
        book.streets.all().stream()
                .filter(street -> street.road() != null && street.road() == road)
                .forEach(street -> before.put(street.neighbourhood(), street));
    }

    long codeIn(long neighbourhood, @Nullable Long asked) {
        return codes.computeIfAbsent(neighbourhood, n -> {
            RegisteredStreet known = before.get(n);
            if (known != null) {
                return known.code();
            }
            return asked != null && book.streets.has(asked)
                    ? asked
                    : book.codes().street();
        });
    }

    void write(BookedRoad road, RoadWrite sent) {
        codes.forEach((neighbourhood, code) ->
                book.streets.put(code, street(road, sent, neighbourhood, code), book.visibleFrom()));
        before.values().stream()
                .filter(street -> !codes.containsKey(street.neighbourhood())
                        && street.revision().active())
                .forEach(street -> book.streets.put(street.code(), Rules.ended(street, book), book.visibleFrom()));
    }

    private RegisteredStreet street(BookedRoad road, RoadWrite sent, long neighbourhood, long code) {
        RegisteredStreet old = book.streets.get(code).orElse(null);
        List<RegisteredSide> sides = road.sides().stream()
                .filter(side -> side.neighbourhood() == neighbourhood)
                .toList();
        return new RegisteredStreet(
                code,
                road.code(),
                neighbourhood,
                road.name(),
                old == null ? null : old.secondName(),
                old == null ? null : oldName(old, road.name()),
                road.kind(),
                sides,
                sent.linesIn(neighbourhood),
                road.revision());
    }

    private static @Nullable String oldName(RegisteredStreet old, String name) {
        return old.name().equals(name) ? old.oldName() : old.name();
    }
}
