package tr.kentatlas.api.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.tile.GeometryKind;

class StrokesTest {
    private static final Symbol HOUSE = Symbol.area(0xff888888, 0xff444444);

    @Test
    void ofAllThatIsSmallerThanAPixelItKeepsOneDotAPixel() {
        Strokes strokes = new Strokes(Screen.linear(0.001, 0, 0.001, 0), HOUSE, 4, 4);
        for (int x = 0; x < 4_000; x += 5)
            for (int y = 0; y < 4_000; y += 5) strokes.begins(GeometryKind.POLYGON, x, y, x + 1, y + 1);
        assertThat(strokes.features()).isEqualTo(640_000);
        assertThat(dots(strokes)).isEqualTo(16);
    }

    @Test
    void aDotThatReachesOverTheEdgeIsADot() {
        Strokes strokes = new Strokes(Screen.linear(1, 0, 1, 0), HOUSE, 4, 4);
        for (double at : new double[] {-1.2, -0.5, 4.2, 5.2}) {
            strokes.begins(GeometryKind.POLYGON, at, 1, at + 0.1, 1.1);
            strokes.begins(GeometryKind.POLYGON, 1, at, 1.1, at + 0.1);
        }
        assertThat(dots(strokes)).isEqualTo(strokes.features()).isEqualTo(8);
    }

    private static int dots(Strokes strokes) {
        AtomicInteger count = new AtomicInteger();
        strokes.onto(
                new Canvas() {
                    @Override
                    public void area(Symbol symbol, Path2D areas) {
                        for (PathIterator path = areas.getPathIterator(null); !path.isDone(); path.next())
                            if (path.currentSegment(new double[6]) == PathIterator.SEG_MOVETO) count.incrementAndGet();
                    }

                    @Override
                    public void line(Symbol symbol, Path2D lines) {}

                    @Override
                    public void circle(Symbol symbol, double x, double y) {}
                },
                HOUSE);
        return count.get();
    }
}
