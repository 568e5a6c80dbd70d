package tr.kentatlas.registry.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RoadWrite.CentreLine;
import tr.kentatlas.registry.port.RoadWrite.RoadSide;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.simulator.RegistryBook.BookedRoad;
import tr.kentatlas.spatial.address.TurkishText;

/** Writes of roads by the rules R-YOL-1 to R-YOL-7; the one on the neighbourhood's outline is left out, since the simulator has no outlines. */
final class RoadRules {
    private final RegistryBook book;

    RoadRules(RegistryBook book) {
        this.book = book;
    }

    Reply put(RoadWrite road) {
        return Rules.current(book.roads, road.target(), BookedRoad::revision)
                .or(() -> places(road))
                .or(() -> geometry(road))
                .or(() -> names(road))
                .orElseGet(() -> write(road));
    }

    private static List<RoadSide> sides(RoadWrite road) {
        List<RoadSide> sides = new ArrayList<>();
        road.centreLines().forEach(line -> {
            sides.add(line.left());
            sides.add(line.right());
        });
        return sides;
    }

    private Optional<Reply> places(RoadWrite road) {
        boolean known = sides(road).stream().allMatch(side -> book.neighbourhoods.has(side.neighbourhood()));
        return known
                ? Optional.empty()
                : Optional.of(Reply.refused(Reply.OUT_OF_AREA, "Yolun mahallesi yetki alanınız dışında."));
    }

    /** R-YOL-1, 3 and 4. */
    private Optional<Reply> geometry(RoadWrite road) {
        if (road.centreLines().isEmpty()) {
            return Optional.of(Reply.refused(Reply.VALIDATION, "Yolun en az bir orta hattı olmalı."));
        }
        for (CentreLine line : road.centreLines()) {
            Geometry shape = line.line();
            if (shape.getNumPoints() < 2 || !shape.isValid() || !shape.isSimple()) {
                return Optional.of(Reply.refused(Reply.GEOMETRY, "Yol orta hattı kendini kesemez."));
            }
            if (crossesBuilding(shape)) {
                return Optional.of(Reply.refused(Reply.GEOMETRY, "Yol orta hattı mevcut bir yapıyı kesiyor."));
            }
        }
        return Optional.empty();
    }

    private boolean crossesBuilding(Geometry line) {
        return book.buildings.all().stream()
                .filter(building -> building.revision().active())
                .map(building -> building.footprint())
                .filter(Objects::nonNull)
                .anyMatch(shape ->
                        shape.getEnvelopeInternal().intersects(line.getEnvelopeInternal()) && shape.intersects(line));
    }

    /** R-YOL-6 and 7. */
    private Optional<Reply> names(RoadWrite road) {
        String name = TurkishText.upper(road.name().strip());
        if (name.isEmpty()) {
            return Optional.of(Reply.refused(Reply.VALIDATION, "Yolun adı boş olamaz."));
        }
        boolean taken = book.roads.all().stream()
                .filter(other -> other.revision().active()
                        && !Objects.equals(other.code(), road.target().code()))
                .anyMatch(other -> other.name().equals(name) && other.kind().equals(road.kind()));
        if (taken) {
            return Optional.of(Reply.refused(Reply.DUPLICATE, "Bu ad ve türde bir yol belediyede zaten var."));
        }
        return fixedCodes(road);
    }

    private Optional<Reply> fixedCodes(RoadWrite road) {
        Set<String> seen = new HashSet<>();
        book.roads.all().stream()
                .filter(other -> other.revision().active()
                        && !Objects.equals(other.code(), road.target().code()))
                .flatMap(other -> other.sides().stream())
                .forEach(side -> seen.add(side.neighbourhood() + "/" + side.fixedCode()));
        boolean unique = sides(road).stream().allMatch(side -> seen.add(side.neighbourhood() + "/" + side.fixedCode()));
        return unique
                ? Optional.empty()
                : Optional.of(Reply.refused(Reply.DUPLICATE, "Sabit tanıtım numarası mahallede kullanımda."));
    }

    private Reply write(RoadWrite road) {
        long code = Rules.code(road.target(), book.codes()::nineDigits);
        List<RegisteredSide> sides = new ArrayList<>();
        StreetsOfRoad streets = new StreetsOfRoad(book, code);
        for (CentreLine line : road.centreLines()) {
            long lineCode = line.code() == null ? book.codes().nineDigits() : line.code();
            sides.add(side(lineCode, Side.LEFT, line.left(), streets));
            sides.add(side(lineCode, Side.RIGHT, line.right(), streets));
        }
        BookedRoad booked =
                new BookedRoad(code, TurkishText.upper(road.name().strip()), road.kind(), sides, book.nextRevision());
        book.roads.put(code, booked, book.visibleFrom());
        streets.write(booked, road);
        return Reply.done(code, booked.revision().version(), sides);
    }

    private RegisteredSide side(long line, Side side, RoadSide sent, StreetsOfRoad streets) {
        long code = sent.code() == null ? book.codes().nineDigits() : sent.code();
        long street = streets.codeIn(sent.neighbourhood(), sent.street());
        return new RegisteredSide(code, line, side, sent.neighbourhood(), street, sent.fixedCode());
    }

    /** A road that is ended part by part ends with its last street. */
    static void streetEnded(RegistryBook book, RegisteredStreet street) {
        Long road = street.road();
        if (road == null) {
            return;
        }
        boolean last = book.streets.all().stream()
                .noneMatch(
                        other -> road.equals(other.road()) && other.revision().active());
        if (last) {
            book.roads
                    .get(road)
                    .ifPresent(booked -> book.roads.put(booked.code(), ended(booked, book), book.visibleFrom()));
        }
    }

    private static BookedRoad ended(BookedRoad road, RegistryBook book) {
        return new BookedRoad(road.code(), road.name(), road.kind(), road.sides(), Rules.ended(road.revision(), book));
    }
}
