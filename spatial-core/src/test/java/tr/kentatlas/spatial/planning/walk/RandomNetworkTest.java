package tr.kentatlas.spatial.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Random small networks against an oracle that shares nothing with the search: every place becomes a node of its own on a table of all
 * distances (Floyd–Warshall), and places are found on their streets by JTS.
 */
class RandomNetworkTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double CLOSE = 1e-6;

    private final List<LineString> lines = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void distancesAreThoseOfTheTableOfAllDistances(long seed) {
        Random random = new Random(seed);
        WalkGraph graph = network(random);
        List<Location> starts = places(graph, random, random.nextInt(4));
        List<Location> doors = places(graph, random, 12);
        WalkDistances distances = WalkDistances.from(graph, starts, () -> false);
        double[][] table = table(graph, starts, doors);
        int firstDoor = graph.nodes() + starts.size();
        for (int d = 0; d < doors.size(); d++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int s = 0; s < starts.size(); s++)
                nearest = Math.min(nearest, table[graph.nodes() + s][firstDoor + d]);
            WalkDistances.Arrival arrival = distances.to(doors.get(d));
            if (Double.isInfinite(nearest)) {
                assertThat(arrival.metres()).isInfinite();
                continue;
            }
            assertThat(arrival.metres()).isCloseTo(nearest, within(CLOSE));
            assertThat(table[graph.nodes() + arrival.start()][firstDoor + d]).isCloseTo(nearest, within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlaceLiesOnAReachedStretchExactlyWhenItIsReached(long seed) {
        Random random = new Random(seed);
        WalkGraph graph = network(random);
        WalkDistances distances = WalkDistances.from(graph, places(graph, random, 2), () -> false);
        double limit = 50 + random.nextInt(900);
        List<WalkDistances.Stretch> reached = distances.within(limit);
        for (int i = 0; i < 200; i++) {
            int edge = random.nextInt(graph.edges());
            double along = random.nextDouble() * graph.length(edge);
            double metres = distances.to(new Location(edge, along, 0)).metres();
            if (Math.abs(metres - limit) < CLOSE) continue;
            boolean inside =
                    reached.stream().anyMatch(one -> one.edge() == edge && one.low() <= along && along <= one.high());
            assertThat(inside).as("%s m of %s", metres, limit).isEqualTo(metres < limit);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNearestStreetIsTheNearestOfAll(long seed) {
        Random random = new Random(seed);
        WalkGraph graph = network(random);
        StreetIndex index = new StreetIndex(graph);
        for (int i = 0; i < 60; i++) {
            Coordinate place = new Coordinate(random.nextInt(1400) - 200, random.nextInt(1400) - 200);
            double nearest = lines.stream()
                    .mapToDouble(line -> line.distance(SHAPES.createPoint(place)))
                    .min()
                    .orElseThrow();
            double most = 20 + random.nextInt(300);
            var found = index.nearest(place.x, place.y, most);
            assertThat(found.isPresent()).isEqualTo(nearest <= most);
            found.ifPresent(at -> {
                assertThat(at.offset()).isCloseTo(nearest, within(CLOSE));
                Coordinate foot = new LengthIndexedLine(lines.get(at.edge())).extractPoint(at.along());
                assertThat(foot.distance(place)).isCloseTo(nearest, within(CLOSE));
                assertThat(graph.at(at.edge(), at.along()).distance(foot)).isCloseTo(0, within(CLOSE));
            });
        }
    }

    /** Some junctions and bent streets between them; some hang together, some do not, some go round to where they began. */
    private WalkGraph network(Random random) {
        lines.clear();
        Coordinate[] junctions = new Coordinate[4 + random.nextInt(8)];
        Arrays.setAll(junctions, i -> anywhere(random));
        WalkGraph.Builder builder = new WalkGraph.Builder();
        for (int i = 0; i < 3 + random.nextInt(14); i++) {
            Coordinate[] line = {
                junctions[random.nextInt(junctions.length)],
                anywhere(random),
                anywhere(random),
                junctions[random.nextInt(junctions.length)]
            };
            lines.add(SHAPES.createLineString(line));
            builder.add(line);
        }
        return builder.build();
    }

    private static Coordinate anywhere(Random random) {
        return new Coordinate(random.nextInt(1000), random.nextInt(1000));
    }

    private static List<Location> places(WalkGraph graph, Random random, int count) {
        List<Location> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int edge = random.nextInt(graph.edges());
            double along = random.nextInt(5) == 0 ? 0 : random.nextDouble() * graph.length(edge);
            places.add(new Location(edge, along, random.nextInt(40)));
        }
        return places;
    }

    private static double[][] table(WalkGraph graph, List<Location> starts, List<Location> doors) {
        List<Location> places = new ArrayList<>(starts);
        places.addAll(doors);
        int size = graph.nodes() + places.size();
        double[][] table = new double[size][size];
        for (double[] row : table) Arrays.fill(row, Double.POSITIVE_INFINITY);
        for (int i = 0; i < size; i++) table[i][i] = 0;
        for (int e = 0; e < graph.edges(); e++) join(table, graph.from(e), graph.to(e), graph.length(e));
        for (int p = 0; p < places.size(); p++) {
            Location place = places.get(p);
            join(table, graph.nodes() + p, graph.from(place.edge()), place.offset() + place.along());
            double rest = graph.length(place.edge()) - place.along();
            join(table, graph.nodes() + p, graph.to(place.edge()), place.offset() + rest);
            for (int q = 0; q < p; q++) {
                Location other = places.get(q);
                if (other.edge() != place.edge()) continue;
                double between = Math.abs(place.along() - other.along());
                join(table, graph.nodes() + p, graph.nodes() + q, place.offset() + between + other.offset());
            }
        }
        for (int k = 0; k < graph.nodes(); k++)
            for (double[] row : table) for (int j = 0; j < size; j++) row[j] = Math.min(row[j], row[k] + table[k][j]);
        return table;
    }

    private static void join(double[][] table, int one, int other, double metres) {
        table[one][other] = Math.min(table[one][other], metres);
        table[other][one] = Math.min(table[other][one], metres);
    }
}
