package tr.kentatlas.spatial.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.planning.walk.WalkDistances.Stretch;

/** A network small enough to be measured by hand: a street of 300 m, a lane of 400 m off its middle, and a street elsewhere. */
class WalkDistancesTest {
    private static final int WEST = 0;
    private static final int EAST = 1;
    private static final int LANE = 2;
    private static final int ELSEWHERE = 3;

    private final WalkGraph graph = new WalkGraph.Builder()
            .add(at(0, 0), at(60, 80), at(60, 180))
            .add(at(60, 180), at(160, 180))
            .add(at(60, 180), at(60, 580))
            .add(at(5000, 0), at(5100, 0))
            .build();

    @Test
    void streetsMeetWhereTheyShareAnEnd() {
        assertThat(graph.edges()).isEqualTo(4);
        assertThat(graph.nodes()).isEqualTo(6);
        assertThat(graph.metres()).isEqualTo(200 + 100 + 400 + 100);
    }

    @Test
    void theWayIsMeasuredAlongTheStreetsAndToTheDoor() {
        WalkDistances distances = from(new Location(WEST, 50, 7));
        assertThat(distances.to(new Location(LANE, 30, 5)).metres()).isEqualTo(7 + 150 + 30 + 5);
        assertThat(distances.to(new Location(EAST, 100, 0)).metres()).isEqualTo(7 + 150 + 100);
    }

    @Test
    void onOneEdgeTheWayDoesNotGoOverItsEnds() {
        WalkDistances distances = from(new Location(LANE, 300, 2));
        assertThat(distances.to(new Location(LANE, 290, 3)).metres()).isEqualTo(2 + 10 + 3);
        assertThat(distances.to(new Location(LANE, 400, 0)).metres()).isEqualTo(2 + 100);
    }

    @Test
    void aWayOverTheEndsMayBeShorterThanAlongTheEdge() {
        WalkGraph round = new WalkGraph.Builder()
                .add(at(0, 0), at(500, 0), at(500, 500), at(0, 500), at(0, 10))
                .add(at(0, 10), at(0, 0))
                .build();
        var distances = WalkDistances.from(round, List.of(new Location(0, 20, 0)), () -> false);
        assertThat(distances.to(new Location(0, 1980, 0)).metres()).isEqualTo(20 + 10 + 10);
    }

    @Test
    void ofSeveralStartsTheNearestIsTold() {
        WalkDistances distances = from(new Location(WEST, 0, 0), new Location(LANE, 400, 0));
        assertThat(distances.to(new Location(LANE, 90, 0)).start()).isZero();
        assertThat(distances.to(new Location(LANE, 110, 0)).start()).isEqualTo(1);
    }

    @Test
    void whatHangsTogetherWithNothingIsNotReached() {
        var arrival = from(new Location(WEST, 0, 0)).to(new Location(ELSEWHERE, 50, 0));
        assertThat(arrival.start()).isEqualTo(-1);
        assertThat(arrival.metres()).isInfinite();
    }

    @Test
    void withoutStartsNothingIsReached() {
        assertThat(from().to(new Location(WEST, 10, 0)).metres()).isInfinite();
        assertThat(from().within(1000)).isEmpty();
    }

    @Test
    void aBridgeDoesNotMeetTheStreetBelow() {
        WalkGraph crossing = new WalkGraph.Builder()
                .add(at(-100, 0), at(100, 0))
                .add(at(0, -100), at(0, 100))
                .build();
        var distances = WalkDistances.from(crossing, List.of(new Location(0, 100, 0)), () -> false);
        assertThat(distances.to(new Location(1, 100, 0)).metres()).isInfinite();
    }

    @Test
    void reachedStretchesEndWhereTheTimeIsUp() {
        List<Stretch> reached = from(new Location(LANE, 50, 10)).within(160);
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        new Stretch(WEST, 100, 200), new Stretch(EAST, 0, 100), new Stretch(LANE, 0, 200));
    }

    @Test
    void aPieceOfAStreetKeepsItsBends() {
        assertThat(graph.piece(WEST, 50, 150))
                .usingElementComparator((a, b) -> a.distance(b) < 1e-9 ? 0 : 1)
                .containsExactly(at(30, 40), at(60, 80), at(60, 130));
        assertThat(graph.at(WEST, 200).distance(at(60, 180))).isCloseTo(0, within(1e-9));
    }

    @Test
    void whoNoLongerWaitsIsNotMeasuredFor() {
        assertThatThrownBy(() -> WalkDistances.from(graph, List.of(new Location(0, 0, 0)), () -> true))
                .isInstanceOf(CancellationException.class);
    }

    private WalkDistances from(Location... starts) {
        return WalkDistances.from(graph, List.of(starts), () -> false);
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }
}
