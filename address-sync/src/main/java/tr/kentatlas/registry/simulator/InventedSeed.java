package tr.kentatlas.registry.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.simulator.RegistryBook.BookedRoad;

/**
 * A small invented district from a number: kinds of neighbourhood with their odd rows, numeric streets, a road through two neighbourhoods,
 * doors of every form, empty plots, retired rows with successors, and address numbers an int cannot hold.
 */
public final class InventedSeed implements Consumer<RegistryBook> {
    /** The district all neighbourhoods are in. */
    public static final long DISTRICT = 1101;
    /** The first of the neighbourhoods that have streets; the next two follow. */
    public static final long NEIGHBOURHOOD = 10_301;

    private static final int STREETS = 6;
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "5A", "6/1", "10-12", "14", "15", "16");
    private static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4326);

    private final long number;

    private InventedSeed(long number) {
        this.number = number;
    }

    /** The same number gives the same rows. */
    public static InventedSeed of(long number) {
        return new InventedSeed(number);
    }

    @Override
    public void accept(RegistryBook book) {
        new Sowing(book, new SplittableRandom(number)).sow();
    }

    private static final class Sowing {
        private final RegistryBook book;
        private final SplittableRandom random;
        private int fixedCode = 1000;

        Sowing(RegistryBook book, SplittableRandom random) {
            this.book = book;
            this.random = random;
        }

        void sow() {
            neighbourhood(NEIGHBOURHOOD, "ATATÜRK", null, 1);
            neighbourhood(NEIGHBOURHOOD + 1, "IŞIKLI", null, 1);
            neighbourhood(NEIGHBOURHOOD + 2, "GAZİOSMANPAŞA OSB", null, 1);
            neighbourhood(98_469, "GAZİOSMANPAŞAOSB", null, 1);
            neighbourhood(147_027, null, "AŞAĞIŞAKRAN", 0);
            neighbourhood(192_999, "DERE", "AŞAĞIŞAKRAN", 3);
            neighbourhood(40_325, "ÇAYIR", "AŞAĞIŞAKRAN", 4);
            neighbourhood(41_284, "OBA", "AŞAĞIŞAKRAN", 5);
            neighbourhood(10_319, "PINAR", "AŞAĞIŞAKRAN", 6);
            for (int i = 0; i < 3 * STREETS; i++) {
                street(i);
            }
            crossing();
        }

        private void neighbourhood(long code, @Nullable String name, @Nullable String village, int kind) {
            book.codes().take(code);
            book.neighbourhoods.put(
                    code, new RegisteredNeighbourhood(code, DISTRICT, name, village, kind, revision()), Instant.MIN);
        }

        private Revision revision() {
            return new Revision(true, book.nextVersion(), LocalDate.of(2010, 5, 5), null);
        }

        private void street(int i) {
            long neighbourhood = NEIGHBOURHOOD + i / STREETS;
            String name = i % 3 == 0
                    ? (1400 + i) + "/" + (i % 4 + 1)
                    : List.of("GÜL", "IHLAMUR", "İNCİ", "ÇINAR").get(i % 4) + " " + i;
            String kind = Integer.toString(i % 5 + 1);
            double north = 39.9 + i * 0.002;
            long road = book.codes().nineDigits();
            RegisteredStreet street =
                    road(road, name, kind, List.of(neighbourhood)).getFirst();
            for (int d = 0; d < NUMBERS.size(); d++) {
                place(street, NUMBERS.get(d), 32.8 + d * 0.0004, north);
            }
            retired(street);
        }

        /** One road, two neighbourhoods: two streets with codes of their own. */
        private void crossing() {
            road(book.codes().nineDigits(), "CUMHURİYET", "2", List.of(NEIGHBOURHOOD, NEIGHBOURHOOD + 1));
        }

        private List<RegisteredStreet> road(long road, String name, String kind, List<Long> neighbourhoods) {
            List<RegisteredSide> sides = new ArrayList<>();
            List<RegisteredStreet> streets = new ArrayList<>();
            Revision revision = revision();
            for (long neighbourhood : neighbourhoods) {
                long street = book.codes().street();
                List<RegisteredSide> mine = sides(neighbourhood, street);
                sides.addAll(mine);
                streets.add(new RegisteredStreet(
                        street, road, neighbourhood, name, null, oldName(name), kind, mine, null, revision));
            }
            book.roads.put(road, new BookedRoad(road, name, kind, sides, revision), Instant.MIN);
            streets.forEach(street -> book.streets.put(street.code(), street, Instant.MIN));
            return streets;
        }

        private @Nullable String oldName(String name) {
            return random.nextInt(4) == 0 ? "ESKİ " + name : null;
        }

        private List<RegisteredSide> sides(long neighbourhood, long street) {
            long line = book.codes().nineDigits();
            return List.of(
                    new RegisteredSide(
                            book.codes().nineDigits(), line, Side.LEFT, neighbourhood, street, "" + fixedCode++),
                    new RegisteredSide(
                            book.codes().nineDigits(), line, Side.RIGHT, neighbourhood, street, "" + fixedCode++));
        }

        private void place(RegisteredStreet street, String doorNumber, double east, double north) {
            boolean plot = random.nextInt(8) == 0;
            Long building = plot ? null : building(street.neighbourhood(), east, north);
            RegisteredDoor door = new RegisteredDoor(
                    book.codes().nineDigits(),
                    street.neighbourhood(),
                    street.code(),
                    street.sides().getFirst().code(),
                    building,
                    null,
                    doorNumber,
                    plot ? "tahsisliArsaParsel" : "anaGiris",
                    SHAPES.createPoint(new Coordinate(east, north)),
                    revision());
            book.doors.put(door.code(), door, Instant.MIN);
            if (building != null) {
                units(door, building);
            }
        }

        private long building(long neighbourhood, double east, double north) {
            long code = book.codes().nineDigits();
            Envelope box = new Envelope(east, east + 0.0002, north + 0.0001, north + 0.0003);
            boolean named = random.nextInt(3) == 0;
            book.buildings.put(
                    code,
                    new RegisteredBuilding(
                            code,
                            neighbourhood,
                            named ? "YILDIZ" : null,
                            "apartman",
                            "kullanimda",
                            4,
                            1,
                            SHAPES.toGeometry(box),
                            revision()),
                    Instant.MIN);
            return code;
        }

        /** A house with a single unit has no inner number; flats count from the basement. */
        private void units(RegisteredDoor door, long building) {
            int count = random.nextInt(1, 5);
            for (int i = 0; i < count; i++) {
                long code = book.codes().addressNo();
                String inner = count == 1 ? null : Integer.toString(i + 1);
                Integer floor = count == 1 ? null : i - 1;
                book.units.put(
                        code,
                        new RegisteredUnit(
                                code,
                                door.neighbourhood(),
                                building,
                                door.code(),
                                inner,
                                floor,
                                "konut",
                                "bagimsizBolum",
                                "kullanimda",
                                revision()),
                        Instant.MIN);
            }
        }

        /** A door that was renumbered long ago: its code stays, and points to the one that followed. */
        private void retired(RegisteredStreet street) {
            RegisteredDoor successor = book.doors.all().stream()
                    .filter(door -> door.street() == street.code())
                    .findFirst()
                    .orElseThrow();
            long code = book.codes().nineDigits();
            Revision gone = new Revision(false, book.nextVersion(), LocalDate.of(2014, 3, 30), successor.code());
            book.doors.put(
                    code,
                    new RegisteredDoor(
                            code, street.neighbourhood(), street.code(), null, null, null, "1", "anaGiris", null, gone),
                    Instant.MIN);
        }
    }
}
