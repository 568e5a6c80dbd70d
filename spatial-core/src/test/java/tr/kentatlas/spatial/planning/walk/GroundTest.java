package tr.kentatlas.spatial.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class GroundTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double DISTANCE = 25;
    /** A square's diagonal, and the one more square that joins two which touch at a corner only. */
    private static final double COARSE = 30;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGroundHoldsWhatIsNearAndNothingFar(long seed) {
        Random random = new Random(seed);
        List<Coordinate[]> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(25); i++)
            lines.add(new Coordinate[] {anywhere(random), anywhere(random), anywhere(random)});
        Geometry streets = SHAPES.createMultiLineString(
                lines.stream().map(SHAPES::createLineString).toArray(LineString[]::new));
        Geometry ground = GroundOutline.of(GroundGrid.beside(lines, DISTANCE));
        assertThat(ground.isValid()).isTrue();
        assertThat(ground.covers(streets)).isTrue();
        for (int i = 0; i < 500; i++) {
            Geometry place = SHAPES.createPoint(anywhere(random));
            double away = streets.distance(place);
            if (away <= DISTANCE)
                assertThat(ground.covers(place)).as("%s m away", away).isTrue();
            if (away > DISTANCE + COARSE)
                assertThat(ground.covers(place)).as("%s m away", away).isFalse();
        }
    }

    @Test
    void aCourtNoStreetComesNearIsAHole() {
        Coordinate[] round = {
            new Coordinate(0, 0),
            new Coordinate(400, 0),
            new Coordinate(400, 400),
            new Coordinate(0, 400),
            new Coordinate(0, 0)
        };
        Geometry ground = GroundOutline.of(GroundGrid.beside(List.<Coordinate[]>of(round), DISTANCE));
        assertThat(ground.getNumGeometries()).isEqualTo(1);
        assertThat(ground.covers(SHAPES.createPoint(new Coordinate(200, 200)))).isFalse();
        assertThat(ground.covers(SHAPES.createPoint(new Coordinate(200, 20)))).isTrue();
    }

    private static Coordinate anywhere(Random random) {
        return new Coordinate(7_000 + random.nextInt(600), random.nextInt(600) - 300);
    }
}
