package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GridGeometryTest {
    private static final TileAddress TILE = new TileAddress(16, 38048, 24576);
    private static final @Nullable Object[] NO_VALUES = {};

    private final Shapes shapes = new Shapes(1, TILE);

    @Test
    void polygonsComeBackFromTheirTileAsTheyWereQuantised() {
        for (int i = 0; i < 500; i++) {
            Polygon polygon = shapes.ringedStar(shapes.place(0.5), 0.3, 3 + i % 40);
            List<List<Coordinate>> parts = throughTile(polygon);
            assertThat(parts).hasSize(2);
            assertSameRing(parts.get(0), quantised(polygon.getExteriorRing()), 1);
            assertSameRing(parts.get(1), quantised(polygon.getInteriorRingN(0)), -1);
        }
    }

    @Test
    void linesComeBackFromTheirTileAsTheyWereQuantised() {
        for (int i = 0; i < 500; i++) {
            LineString line = shapes.walk(0.9, 2 + i % 30);
            assertThat(throughTile(line)).containsExactly(quantised(line));
        }
    }

    @Test
    void pointsComeBackFromTheirTileAsTheyWereQuantised() {
        var points = Shapes.FACTORY.createMultiPointFromCoords(
                new Coordinate[] {shapes.place(1), shapes.place(1), shapes.place(1)});
        assertThat(throughTile(points)).containsExactly(quantised(points));
        var point = shapes.point(1);
        assertThat(throughTile(point)).containsExactly(quantised(point));
    }

    @Test
    void manyPartsKeepTheirOrder() {
        Polygon first = shapes.ringedStar(shapes.place(0.1), 0.1, 9);
        Polygon second = shapes.star(shapes.place(0.8), 0.1, 5);
        var parts = throughTile(Shapes.FACTORY.createMultiPolygon(new Polygon[] {first, second}));
        assertThat(parts).hasSize(3);
        assertThat(parts.stream().map(ring -> Math.signum(Shapes.signedArea(ring))))
                .containsExactly(1.0, -1.0, 1.0);
        assertSameRing(parts.get(2), quantised(second.getExteriorRing()), 1);
    }

    @Test
    void theBoxIsThatOfTheQuantisedVertices() {
        for (Geometry shape : List.of(shapes.star(shapes.place(3), 2, 12), shapes.walk(2, 9), shapes.point(4))) {
            var onGrid =
                    Shapes.FACTORY.createMultiPointFromCoords(onGrid(shape)).getEnvelopeInternal();
            GridBox box = GridGeometry.box(GridGeometry.encode(shape));
            assertThat(box)
                    .isEqualTo(new GridBox((int) onGrid.getMinX(), (int) onGrid.getMinY(), (int) onGrid.getMaxX(), (int)
                            onGrid.getMaxY()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT EMPTY",
                "MULTIPOLYGON EMPTY",
                "LINESTRING (10 10, 10.01 10.01)",
                "POLYGON ((0 0, 100 0, 0 0, 0 0))",
                "POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0))"
            })
    void whatVanishesOnTheGridLeavesNothing(String wkt) throws ParseException {
        assertThat(GridGeometry.encode(new WKTReader().read(wkt))).isEmpty();
    }

    @Test
    void aHoleThatVanishesOnTheGridIsLeftOut() throws ParseException {
        Geometry polygon =
                new WKTReader().read("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0), (5.1 5.1, 5.1 5.11, 5.11 5.1, 5.1 5.1))");
        Geometry whole = new WKTReader().read("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))");
        assertThat(GridGeometry.encode(polygon)).isEqualTo(GridGeometry.encode(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GEOMETRYCOLLECTION (POINT (1 1))", "POINT (NaN NaN)", "LINESTRING (0 0, Infinity 5)"})
    void mixedKindsAndUnusableNumbersAreRefused(String wkt) throws ParseException {
        Geometry geometry = wkt.startsWith("POINT")
                ? Shapes.FACTORY.createPoint(new Coordinate(Double.NaN, 0))
                : wkt.startsWith("LINE") ? infiniteLine() : new WKTReader().read(wkt);
        assertThatIllegalArgumentException().isThrownBy(() -> GridGeometry.encode(geometry));
    }

    @Test
    void whatLiesBeyondTheWorldIsDrawnToItsEdge() {
        var far = Shapes.FACTORY.createPoint(new Coordinate(-3e7, 3e7));
        assertThat(GridGeometry.box(GridGeometry.encode(far))).isEqualTo(new GridBox(0, 0, 0, 0));
    }

    @Test
    void bytesOfAnotherOriginAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GridGeometry.box(new byte[] {9, 0, 0, 0, 0}));
    }

    private static LineString infiniteLine() {
        return Shapes.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(0, 0), new Coordinate(Double.POSITIVE_INFINITY, 5)});
    }

    /** Encodes, puts into a tile of zoom 16, decodes, and moves back to the grid. */
    private static List<List<Coordinate>> throughTile(Geometry shape) {
        TileEncoder encoder = new TileEncoder(TILE);
        encoder.layer("l", List.of()).feature(1, GridGeometry.encode(shape), NO_VALUES);
        return MvtDecoder.decode(encoder.finish()).layer("l").feature(1).parts().stream()
                .map(part -> part.stream()
                        .map(c -> new Coordinate(c.x + TILE.x() * 4096.0, c.y + TILE.y() * 4096.0))
                        .toList())
                .toList();
    }

    private static List<Coordinate> quantised(Geometry shape) {
        return Arrays.asList(onGrid(shape));
    }

    private static Coordinate[] onGrid(Geometry shape) {
        double unit = 2 * 20037508.342789244 / 268435456;
        return Arrays.stream(shape.getCoordinates())
                .map(c -> new Coordinate(
                        Math.floor((c.x + 20037508.342789244) / unit + 0.5),
                        Math.floor((20037508.342789244 - c.y) / unit + 0.5)))
                .toArray(Coordinate[]::new);
    }

    private static void assertSameRing(List<Coordinate> ring, List<Coordinate> expected, int sign) {
        boolean turned = Math.signum(Shapes.signedArea(expected)) != sign;
        List<Coordinate> open = (turned ? expected.reversed() : expected).subList(0, expected.size() - 1);
        assertThat(Math.signum(Shapes.signedArea(ring))).isEqualTo(sign);
        int start = open.indexOf(ring.getFirst());
        for (int i = 0; i < ring.size(); i++) {
            assertThat(ring.get(i)).isEqualTo(open.get((start + i) % open.size()));
        }
        assertThat(ring).hasSize(expected.size());
    }
}
