package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** What a tile shows of a shape, against JTS on the exact shape. */
class TileClippingTest {
    /** Rounding moves a vertex by half a step on each axis; the area then changes by at most that along the boundary. */
    private static double tolerance(Geometry exact, int zoom) {
        double move = zoom <= 13 ? 1.5 : 0.8;
        return move * exact.getLength() + 4;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 8, 10, 12, 13, 14, 15, 16, 17, 19, 22})
    void polygonsAcrossTheEdgeKeepTheAreaThatIsInside(int zoom) {
        TileAddress tile = middleTile(zoom);
        Shapes shapes = new Shapes(zoom, tile);
        for (int i = 0; i < 300; i++) {
            Polygon star = shapes.ringedStar(shapes.place(1.6), 0.05 + 0.01 * i, 4 + i % 30);
            Geometry exact = Shapes.inTileUnits(star, tile).intersection(Shapes.bufferedTile());
            double drawn = draw(tile, star).map(Shapes::area).orElse(0.0);
            assertThat(drawn).isCloseTo(exact.getArea(), within(tolerance(exact, zoom) + quantum(zoom, exact)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 11, 13, 14, 15})
    void polygonsWhollyInsideKeepTheirArea(int zoom) {
        TileAddress tile = middleTile(zoom);
        Shapes shapes = new Shapes(zoom, tile);
        for (int i = 0; i < 300; i++) {
            Polygon star = shapes.star(shapes.place(0.4), 0.1 + 0.001 * i, 3 + i % 50);
            Geometry exact = Shapes.inTileUnits(star, tile);
            assertThat(Shapes.area(draw(tile, star).orElseThrow()))
                    .isCloseTo(exact.getArea(), within(tolerance(exact, zoom)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 14, 16, 18})
    void ringsAreWoundRightAndStayInTheBufferedTile(int zoom) {
        TileAddress tile = middleTile(zoom);
        Shapes shapes = new Shapes(50 + zoom, tile);
        for (int i = 0; i < 300; i++) {
            Polygon star = shapes.ringedStar(shapes.place(1.5), 0.01 * i + 0.001, 4 + i % 9);
            List<List<Coordinate>> rings =
                    draw(tile, star).map(MvtDecoder.Feature::parts).orElse(List.of());
            for (int r = 0; r < rings.size(); r++) {
                assertThat(Shapes.signedArea(rings.get(r)) * (r == 0 ? 1 : -1)).isPositive();
                assertThat(rings.get(r)).allMatch(TileClippingTest::isInBufferedTile);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13, 14, 16, 20})
    void linesAcrossTheEdgeKeepWhatIsInside(int zoom) {
        TileAddress tile = middleTile(zoom);
        Shapes shapes = new Shapes(100 + zoom, tile);
        for (int i = 0; i < 300; i++) {
            LineString walk = shapes.walk(2.5, 2 + i % 12);
            Geometry exact = Shapes.inTileUnits(walk, tile).intersection(Shapes.bufferedTile());
            List<List<Coordinate>> parts =
                    draw(tile, walk).map(MvtDecoder.Feature::parts).orElse(List.of());
            double slack = 4.0 * walk.getNumPoints() + quantum(zoom, exact);
            assertThat(parts.stream().mapToDouble(TileClippingTest::length).sum())
                    .isCloseTo(exact.getLength(), within(slack));
            assertThat(parts.stream().flatMap(List::stream)).allMatch(TileClippingTest::isInBufferedTile);
        }
    }

    @Test
    void pointsAreKeptInTheBufferedTileOnly() {
        TileAddress tile = middleTile(14);
        Shapes shapes = new Shapes(3, tile);
        for (int i = 0; i < 2000; i++) {
            Point point = shapes.point(1.2);
            Coordinate exact = Shapes.inTileUnits(point, tile).getCoordinate();
            Coordinate rounded = new Coordinate(Math.round(exact.x), Math.round(exact.y));
            boolean onTheEdge = Math.abs(edgeDistance(exact)) < 1;
            assertThat(onTheEdge || draw(tile, point).isPresent() == isInBufferedTile(rounded))
                    .isTrue();
        }
    }

    @Test
    void neighboursKeepTheirCommonBoundaryWhenTheyAreThinnedOut() {
        TileAddress tile = middleTile(9);
        Shapes shapes = new Shapes(4, tile);
        for (int i = 0; i < 100; i++) {
            List<Coordinate> common = boundary(shapes, 400);
            Geometry west = polygon(tile, common, -1);
            Geometry east = polygon(tile, common.reversed(), 1);
            assertThat(west.intersection(east).getArea()).isZero();
            assertThat(west.union(east).getArea()).isEqualTo(west.getArea() + east.getArea());
            assertThat(west.union(east).getGeometryType()).isEqualTo(Geometry.TYPENAME_POLYGON);
        }
    }

    @Test
    void anExteriorThatVanishesTakesItsHolesAlong() {
        TileAddress tile = middleTile(8);
        Shapes shapes = new Shapes(5, tile);
        Polygon tiny = shapes.ringedStar(shapes.place(0.5), 0.00005, 12);
        Polygon large = shapes.star(shapes.place(0.5), 0.2, 12);
        assertThat(draw(tile, tiny)).isEmpty();
        var both = draw(tile, Shapes.FACTORY.createMultiPolygon(new Polygon[] {tiny, large}));
        assertThat(both.orElseThrow().parts()).hasSize(1);
        Polygon holeOfAnother =
                Shapes.FACTORY.createPolygon(tiny.getExteriorRing(), new LinearRing[] {large.getExteriorRing()});
        assertThat(draw(tile, holeOfAnother)).isEmpty();
    }

    @Test
    void theLobeOfABowTieThatIsInsideIsStillWoundRight() {
        TileAddress tile = middleTile(14);
        double west = tile.bounds().getMinX();
        double middle = tile.bounds().centre().y;
        Coordinate[] bowTie = {
            new Coordinate(west + 400, middle + 100),
            new Coordinate(west + 400, middle - 100),
            new Coordinate(west - 2000, middle + 500),
            new Coordinate(west - 2000, middle - 500),
            new Coordinate(west + 400, middle + 100)
        };
        for (Coordinate[] turned : List.of(bowTie, reversed(bowTie))) {
            MvtDecoder.Feature drawn =
                    draw(tile, Shapes.FACTORY.createPolygon(turned)).orElseThrow();
            assertThat(Shapes.area(drawn)).isPositive();
        }
    }

    @Test
    void aPolygonAroundTheWholeTileFillsIt() {
        TileAddress tile = new TileAddress(22, 2435072, 1600000);
        var land = Shapes.FACTORY.toGeometry(new TileAddress(3, 4, 3).bounds());
        assertThat(land.getEnvelopeInternal().contains(tile.bounds())).isTrue();
        assertThat(Shapes.area(draw(tile, land).orElseThrow())).isEqualTo(4224.0 * 4224.0);
    }

    /** From zoom 17 a grid unit is several tile units. */
    private static double quantum(int zoom, Geometry exact) {
        return zoom <= 16 ? 0 : (1 << (zoom - 16)) * (exact.getLength() + 10);
    }

    private static TileAddress middleTile(int zoom) {
        return new TileAddress(zoom, (int) ((1L << zoom) * 0.5805), (int) ((1L << zoom) * 0.375));
    }

    private static Optional<MvtDecoder.Feature> draw(TileAddress tile, Geometry shape) {
        TileEncoder encoder = new TileEncoder(tile);
        boolean drawn = encoder.layer("l", List.of()).feature(1, GridGeometry.encode(shape), new Object[0]);
        var layers = MvtDecoder.decode(encoder.finish()).layers();
        assertThat(layers).hasSize(drawn ? 1 : 0);
        return layers.stream().map(layer -> layer.feature(1)).findFirst();
    }

    /** A winding line from north to south. */
    private static List<Coordinate> boundary(Shapes shapes, int vertices) {
        List<Coordinate> line = new ArrayList<>();
        Coordinate top = shapes.place(0.1);
        for (int i = 0; i < vertices; i++) {
            line.add(new Coordinate(shapes.place(0.003).x, top.y - i * 50));
        }
        return line;
    }

    private static Geometry polygon(TileAddress tile, List<Coordinate> boundary, int direction) {
        List<Coordinate> ring = new ArrayList<>(boundary);
        double far = boundary.getFirst().x + direction * 5000;
        ring.add(new Coordinate(far, boundary.getLast().y));
        ring.add(new Coordinate(far, boundary.getFirst().y));
        ring.add(boundary.getFirst());
        var drawn = draw(tile, Shapes.FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
        return Shapes.FACTORY.createPolygon(
                drawn.orElseThrow().parts().getFirst().toArray(Coordinate[]::new));
    }

    private static Coordinate[] reversed(Coordinate[] ring) {
        return Arrays.asList(ring).reversed().toArray(Coordinate[]::new);
    }

    private static double length(List<Coordinate> line) {
        return Shapes.FACTORY.createLineString(line.toArray(Coordinate[]::new)).getLength();
    }

    private static double edgeDistance(Coordinate c) {
        return Math.min(Math.min(c.x + 64, 4160 - c.x), Math.min(c.y + 64, 4160 - c.y));
    }

    private static boolean isInBufferedTile(Coordinate c) {
        return edgeDistance(c) >= 0;
    }
}
