package tr.kentatlas.registry.maks;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.simulator.InventedSeed;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** A simulator and the adapter that speaks to it over loopback. */
final class Trial implements AutoCloseable {
    static final long HERE = InventedSeed.NEIGHBOURHOOD;
    private static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4326);

    final RegistrySimulator simulator;
    final MaksRegistry registry;
    final List<Duration> pauses = new ArrayList<>();

    Trial(SimulatorOptions options) {
        simulator = RegistrySimulator.start(options, InventedSeed.of(7));
        registry = adapter(settings());
    }

    /** Small pages, no delay: a trial of the contract. */
    static Trial plain() {
        return new Trial(SimulatorOptions.onPort(0).withPageSize(7).withDelay(Duration.ZERO));
    }

    MaksSettings settings() {
        return MaksSettings.of(simulator.address(), "kentatlas", new Secret("kentatlas"))
                .atMost(10_000);
    }

    /** With pauses that are noted, not slept. */
    MaksRegistry adapter(MaksSettings settings) {
        return new MaksRegistry(settings, Clock.systemUTC(), pauses::add);
    }

    static <T> List<T> all(IntFunction<RegistryPage<T>> list) {
        List<T> rows = new ArrayList<>();
        int number = 1;
        RegistryPage<T> page;
        do {
            page = list.apply(number++);
            rows.addAll(page.rows());
        } while (!page.isLast());
        return rows;
    }

    static RequestKey key() {
        return new RequestKey(UUID.randomUUID());
    }

    static RoadWrite road(String name) {
        LineString line = SHAPES.createLineString(new Coordinate[] {new Coordinate(33, 40), new Coordinate(33.01, 40)});
        return new RoadWrite(
                Target.fresh(),
                name,
                "4",
                List.of(new RoadWrite.CentreLine(
                        null,
                        line,
                        new RoadWrite.RoadSide(null, HERE, name + "-1", null),
                        new RoadWrite.RoadSide(null, HERE, name + "-2", null))));
    }

    static BuildingWrite building(int place) {
        double east = 33.1 + place * 0.001;
        return new BuildingWrite(
                Target.fresh(),
                HERE,
                "IŞIK APT",
                "apartman",
                "kullanimda",
                3,
                1,
                SHAPES.toGeometry(new Envelope(east, east + 0.0005, 40, 40.0005)));
    }

    static DoorWrite door(RegisteredStreet street, long building, String number) {
        Point place = SHAPES.createPoint(new Coordinate(33.1, 40.1));
        return new DoorWrite(
                Target.fresh(),
                HERE,
                street.code(),
                street.sides().getFirst().code(),
                building,
                null,
                null,
                null,
                number,
                "anaGiris",
                place);
    }

    static UnitWrite unit(long building, long door, String number, int floor) {
        return new UnitWrite(Target.fresh(), building, door, number, floor, "konut", "bagimsizBolum", "kullanimda");
    }

    static long code(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Done done) {
            return done.codes().code();
        }
        throw new AssertionError("not done: " + outcome);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
