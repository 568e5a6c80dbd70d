package tr.kentatlas.spatial.tile;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Seeded random shapes around a tile, in metres of EPSG:3857, and the same shapes as an oracle sees them in tile units. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;
    private final Envelope bounds;

    Shapes(long seed, TileAddress tile) {
        random = new Random(seed);
        bounds = tile.bounds();
    }

    /** A place in the middle of the tile, or around it when {@code spread} (in tile sides) is large. */
    Coordinate place(double spread) {
        Coordinate centre = bounds.centre();
        return new Coordinate(
                centre.x + (random.nextDouble() - 0.5) * spread * bounds.getWidth(),
                centre.y + (random.nextDouble() - 0.5) * spread * bounds.getWidth());
    }

    /** A simple polygon, star-shaped around its centre, up to {@code size} tile sides wide. */
    Polygon star(Coordinate centre, double size, int vertices) {
        return FACTORY.createPolygon(ring(centre, size * bounds.getWidth() / 2, vertices));
    }

    /** A star with a smaller star as its hole. */
    Polygon ringedStar(Coordinate centre, double size, int vertices) {
        double radius = size * bounds.getWidth() / 2;
        LinearRing hole = ring(centre, radius / 2.5, vertices);
        return FACTORY.createPolygon(ring(centre, radius, vertices), new LinearRing[] {hole});
    }

    private LinearRing ring(Coordinate centre, double radius, int vertices) {
        double turn = random.nextBoolean() ? 2 * Math.PI : -2 * Math.PI;
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double distance = radius * (0.5 + random.nextDouble() / 2);
            double angle = turn * i / vertices;
            ring[i] = new Coordinate(centre.x + distance * Math.cos(angle), centre.y + distance * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return FACTORY.createLinearRing(ring);
    }

    /** A turned rectangle of 5 to 30 metres. */
    Polygon building(Coordinate corner) {
        double width = 5 + 25 * random.nextDouble();
        double depth = 5 + 25 * random.nextDouble();
        Geometry box = FACTORY.toGeometry(new Envelope(0, width, 0, depth));
        AffineTransformation move = AffineTransformation.rotationInstance(random.nextDouble() * Math.PI)
                .translate(corner.x, corner.y);
        return (Polygon) move.transform(box);
    }

    LineString walk(double spread, int vertices) {
        return FACTORY.createLineString(
                IntStream.range(0, vertices).mapToObj(i -> place(spread)).toArray(Coordinate[]::new));
    }

    Point point(double spread) {
        return FACTORY.createPoint(place(spread));
    }

    /** Metres of EPSG:3857 as exact (not rounded) tile units. */
    static Geometry inTileUnits(Geometry metres, TileAddress tile) {
        double unit = 2 * Math.PI * 6378137 / (1L << tile.z()) / 4096;
        Envelope bounds = tile.bounds();
        return AffineTransformation.translationInstance(-bounds.getMinX(), -bounds.getMaxY())
                .scale(1 / unit, -1 / unit)
                .transform(metres);
    }

    static Geometry bufferedTile() {
        return FACTORY.toGeometry(new Envelope(-64, 4160, -64, 4160));
    }

    /** Positive for a ring that runs clockwise on screen, by a plain shoelace. */
    static double signedArea(List<Coordinate> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            sum += ring.get(i - 1).x * ring.get(i).y - ring.get(i).x * ring.get(i - 1).y;
        }
        return sum / 2;
    }

    static double area(MvtDecoder.Feature feature) {
        return feature.parts().stream().mapToDouble(Shapes::signedArea).sum();
    }
}
