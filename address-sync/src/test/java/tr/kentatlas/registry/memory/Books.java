package tr.kentatlas.registry.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.GivenCodes;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RoadWrite.RoadSide;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.port.WriteOutcome;

/** The registry's rules of writing: unique numbers, active parents, no stale version, codes given once. */
final class Books {
    final Truth truth = new Truth();
    private long version;
    private long nextCode = 500_000;

    Revision next() {
        return Revision.active(++version);
    }

    private long code(Target target) {
        return target.code() == null ? nextCode++ : target.code();
    }

    WriteOutcome road(RoadWrite road) {
        Long known = road.target().code();
        List<RegisteredStreet> now = truth.streets.values().stream()
                .filter(s -> s.road() != null && s.road().equals(known))
                .toList();
        long newest = now.stream().mapToLong(s -> s.revision().version()).max().orElse(0);
        if (isStale(road.target(), newest)) return refused(ResultCode.STALE_VERSION);
        if (now.stream().anyMatch(s -> !s.revision().active())) return refused(ResultCode.NOT_FOUND);
        Map<Long, Long> codes = new LinkedHashMap<>();
        now.forEach(s -> codes.put(s.neighbourhood(), s.code()));
        for (RoadWrite.CentreLine line : road.centreLines()) {
            for (RoadSide side : List.of(line.left(), line.right())) {
                if (isTaken(road, side.neighbourhood(), known)) return refused(ResultCode.DUPLICATE);
                codes.computeIfAbsent(side.neighbourhood(), place -> nextCode++);
            }
        }
        return written(road, known == null ? nextCode++ : known, codes);
    }

    private boolean isTaken(RoadWrite road, long neighbourhood, @Nullable Long self) {
        return truth.streets.values().stream()
                .anyMatch(s -> s.revision().active()
                        && s.neighbourhood() == neighbourhood
                        && !(self != null && self.equals(s.road()))
                        && key(s.name()).equals(key(road.name()))
                        && s.kind().equals(road.kind()));
    }

    private WriteOutcome written(RoadWrite road, long roadCode, Map<Long, Long> codes) {
        List<RegisteredSide> sides = new ArrayList<>();
        for (RoadWrite.CentreLine line : road.centreLines()) {
            long lineCode = line.code() == null ? nextCode++ : line.code();
            sides.add(side(line.left(), lineCode, Side.LEFT, codes));
            sides.add(side(line.right(), lineCode, Side.RIGHT, codes));
        }
        Revision revision = next();
        codes.forEach((place, code) -> truth.streets.put(
                code,
                new RegisteredStreet(
                        code,
                        roadCode,
                        place,
                        road.name().toUpperCase(Locale.forLanguageTag("tr")),
                        null,
                        null,
                        road.kind(),
                        sides.stream().filter(s -> s.neighbourhood() == place).toList(),
                        road.linesIn(place),
                        revision)));
        return new WriteOutcome.Done(ok(), new GivenCodes(roadCode, revision.version(), sides));
    }

    private RegisteredSide side(RoadSide side, long line, Side which, Map<Long, Long> codes) {
        return new RegisteredSide(
                side.code() == null ? nextCode++ : side.code(),
                line,
                which,
                side.neighbourhood(),
                codes.get(side.neighbourhood()),
                side.fixedCode());
    }

    WriteOutcome building(BuildingWrite b) {
        RegisteredBuilding now = b.target().code() == null
                ? null
                : truth.buildings.get(b.target().code());
        if (b.target().code() != null && (now == null || !now.revision().active()))
            return refused(ResultCode.NOT_FOUND);
        if (now != null && isStale(b.target(), now.revision().version())) return refused(ResultCode.STALE_VERSION);
        long code = code(b.target());
        Revision revision = next();
        truth.buildings.put(
                code,
                new RegisteredBuilding(
                        code,
                        b.neighbourhood(),
                        b.name(),
                        b.kind(),
                        b.condition(),
                        b.floorsAbove(),
                        b.floorsBelow(),
                        b.footprint(),
                        revision));
        return new WriteOutcome.Done(ok(), GivenCodes.of(code, revision.version()));
    }

    WriteOutcome door(DoorWrite d) {
        long self = d.target().code() == null ? 0 : d.target().code();
        RegisteredDoor now =
                d.target().code() == null ? null : truth.doors.get(d.target().code());
        if (d.target().code() != null && (now == null || !now.revision().active()))
            return refused(ResultCode.NOT_FOUND);
        if (now != null && isStale(d.target(), now.revision().version())) return refused(ResultCode.STALE_VERSION);
        RegisteredStreet street = truth.streets.get(d.street());
        if (street == null || !street.revision().active()) return refused(ResultCode.PARENT_RETIRED);
        RegisteredBuilding building = d.building() == null ? null : truth.buildings.get(d.building());
        if (d.building() != null && (building == null || !building.revision().active()))
            return refused(ResultCode.PARENT_RETIRED);
        if (truth.doors.values().stream()
                .anyMatch(o -> o.revision().active()
                        && o.code() != self
                        && o.street() == d.street()
                        && key(o.number()).equals(key(d.number())))) return refused(ResultCode.DUPLICATE);
        long code = code(d.target());
        Revision revision = next();
        truth.doors.put(
                code,
                new RegisteredDoor(
                        code,
                        d.neighbourhood(),
                        d.street(),
                        d.side(),
                        d.building(),
                        d.otherConstruction(),
                        d.parcel(),
                        d.mainDoor(),
                        d.number(),
                        d.kind(),
                        d.position(),
                        revision));
        return new WriteOutcome.Done(ok(), GivenCodes.of(code, revision.version()));
    }

    WriteOutcome unit(UnitWrite u) {
        long self = u.target().code() == null ? 0 : u.target().code();
        RegisteredUnit now =
                u.target().code() == null ? null : truth.units.get(u.target().code());
        if (u.target().code() != null && (now == null || !now.revision().active()))
            return refused(ResultCode.NOT_FOUND);
        if (now != null && isStale(u.target(), now.revision().version())) return refused(ResultCode.STALE_VERSION);
        RegisteredDoor door = truth.doors.get(u.door());
        if (door == null || !door.revision().active()) return refused(ResultCode.PARENT_RETIRED);
        RegisteredBuilding building = truth.buildings.get(u.building());
        if (building == null || !building.revision().active()) return refused(ResultCode.PARENT_RETIRED);
        if (truth.units.values().stream()
                .anyMatch(o -> o.revision().active()
                        && o.addressNo() != self
                        && o.door() != null
                        && o.door() == u.door()
                        && key(o.number()).equals(key(u.number())))) return refused(ResultCode.DUPLICATE);
        long code = u.target().code() == null
                ? 3_000_000_000L + nextCode++
                : u.target().code();
        Revision revision = next();
        truth.units.put(
                code,
                new RegisteredUnit(
                        code,
                        door.neighbourhood(),
                        u.building(),
                        u.door(),
                        u.number(),
                        u.floor(),
                        u.use(),
                        u.kind(),
                        u.condition(),
                        revision));
        return new WriteOutcome.Done(ok(), GivenCodes.of(code, revision.version()));
    }

    WriteOutcome retire(Retirement r) {
        if (hasChildren(r)) return refused(ResultCode.VALIDATION);
        Revision end = new Revision(false, ++version, null, null);
        switch (r.level()) {
            case STREET -> truth.streets.computeIfPresent(r.code(), (c, s) -> truth.with(s, s.name(), end));
            case BUILDING -> truth.buildings.computeIfPresent(r.code(), (c, b) -> truth.with(b, floors(b), end));
            case DOOR -> truth.doors.computeIfPresent(r.code(), (c, d) -> truth.with(d, d.number(), end));
            case UNIT ->
                truth.units.computeIfPresent(r.code(), (c, u) -> truth.with(u, u.floor() == null ? 0 : u.floor(), end));
        }
        return new WriteOutcome.Done(ok(), GivenCodes.of(r.code(), end.version()));
    }

    private static int floors(RegisteredBuilding b) {
        return b.floorsAbove() == null ? 0 : b.floorsAbove();
    }

    boolean hasChildren(Retirement r) {
        Long code = r.code();
        boolean doors = truth.doors.values().stream()
                .anyMatch(d -> d.revision().active()
                        && switch (r.level()) {
                            case STREET -> d.street() == r.code();
                            case BUILDING -> code.equals(d.building());
                            case DOOR -> code.equals(d.mainDoor());
                            case UNIT -> false;
                        });
        return doors
                || truth.units.values().stream()
                        .anyMatch(u -> u.revision().active()
                                && switch (r.level()) {
                                    case BUILDING -> code.equals(u.building());
                                    case DOOR -> code.equals(u.door());
                                    case STREET, UNIT -> false;
                                });
    }

    private static boolean isStale(Target target, long version) {
        return target.version() != 0 && target.version() < version;
    }

    private static String key(@Nullable String text) {
        return text == null ? "" : text.replace(" ", "").toUpperCase(Locale.forLanguageTag("tr"));
    }

    private static Answer ok() {
        return Answer.theirs(ResultCode.OK, "0", "");
    }

    private static WriteOutcome refused(ResultCode code) {
        return new WriteOutcome.Refused(Answer.theirs(code, "R-" + code.name(), "Kayıt reddedildi"));
    }
}
