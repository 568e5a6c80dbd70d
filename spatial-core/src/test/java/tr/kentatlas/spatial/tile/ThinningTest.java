package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class ThinningTest {
    private static final TileAddress FROM_AFAR = new TileAddress(12, 2378, 1536);
    private static final int PIXELS = 256;

    private final Random random = new Random(12);
    private final TileEncoder tile = new TileEncoder(FROM_AFAR);

    @Test
    void everyPixelThatHasDoorsShowsOneOfThem() {
        LayerEncoder doors = tile.thinned("numarataj", List.of("kapiNumarasi"));
        Set<Integer> pixels = new HashSet<>();
        for (int id = 0; id < 60_000; id++) {
            int pixel = random.nextInt(PIXELS * PIXELS / 4);
            pixels.add(pixel);
            doors.feature(id, GridGeometry.encode(in(pixel)), values(String.valueOf(id % 300)));
        }
        byte[] bytes = tile.finish();
        assertThat(MvtDecoder.decode(bytes).layer("numarataj").features()).hasSameSizeAs(pixels);
        assertThat(bytes).hasSizeLessThan(500_000);
    }

    @Test
    void whatIsLongerThanAPixelIsThereHoweverCloseItLies() {
        LayerEncoder roads = tile.thinned("yol_orta_hat", List.of());
        double pixel = FROM_AFAR.bounds().getWidth() / PIXELS;
        for (int id = 0; id < 100; id++) roads.feature(id, line(1.1 * pixel), values());
        for (int id = 100; id < 200; id++) roads.feature(id, line(0.5 * pixel), values());
        assertThat(MvtDecoder.decode(tile.finish()).layer("yol_orta_hat").byId().keySet())
                .hasSize(101)
                .contains(0L, 99L, 100L);
    }

    private static byte[] line(double metres) {
        Coordinate begin = in(1000).getCoordinate();
        return GridGeometry.encode(
                Shapes.FACTORY.createLineString(new Coordinate[] {begin, new Coordinate(begin.x + metres, begin.y)}));
    }

    /** A point in a pixel, counted from the north-west, off its edges. */
    private static Geometry in(int pixel) {
        Envelope bounds = FROM_AFAR.bounds();
        double side = bounds.getWidth() / PIXELS;
        int column = pixel % PIXELS;
        int row = pixel / PIXELS;
        return Shapes.FACTORY.createPoint(
                new Coordinate(bounds.getMinX() + (column + 0.4) * side, bounds.getMaxY() - (row + 0.4) * side));
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }
}
