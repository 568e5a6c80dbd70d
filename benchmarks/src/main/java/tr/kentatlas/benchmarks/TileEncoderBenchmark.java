package tr.kentatlas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tr.kentatlas.spatial.tile.GridGeometry;
import tr.kentatlas.spatial.tile.LayerEncoder;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.tile.TileEncoder;

/**
 * One dense tile of 2,500 buildings with 8 attributes each, from stored bytes to the tile's bytes, on one thread. Zoom 14
 * rescales every vertex, zoom 16 copies the stored commands.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TileEncoderBenchmark {
    private static final int BUILDINGS = 2500;
    private static final List<String> KEYS =
            List.of("ad", "mahalle", "kullanim", "katSayisi", "bodrum", "yukseklik", "yil", "ruhsat");
    private static final String[] USES = {"mesken", "işyeri", "okul", "cami", "depo", "otopark", "sanayi", "otel"};

    /** Outlines in shares of the building's size. */
    private static final List<String> OUTLINES = List.of(
            "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
            "POLYGON ((0 0, 1 0, 1 0.5, 0.5 0.5, 0.5 1, 0 1, 0 0))",
            "POLYGON ((0 0, 1 0, 1 0.4, 0.8 0.4, 0.8 0.7, 0.5 0.7, 0.5 1, 0 1, 0 0))");

    @Param({"14", "16"})
    public int zoom;

    private final Random random = new Random(7);
    private final List<byte[]> geometries = new ArrayList<>();
    private final List<Object[]> attributes = new ArrayList<>();
    private TileAddress tile = new TileAddress(0, 0, 0);

    @Setup
    public void build() throws ParseException {
        tile = new TileAddress(zoom, 9512 << (zoom - 14), 6143 << (zoom - 14));
        WKTReader reader = new WKTReader(new GeometryFactory());
        for (int i = 0; i < BUILDINGS; i++) {
            geometries.add(GridGeometry.encode(place(reader.read(OUTLINES.get(i % OUTLINES.size())))));
            attributes.add(values());
        }
    }

    @Benchmark
    public byte[] tileOfBuildings() {
        TileEncoder encoder = new TileEncoder(tile);
        LayerEncoder layer = encoder.layer("bina", KEYS);
        for (int i = 0; i < BUILDINGS; i++) {
            layer.feature(i, geometries.get(i), attributes.get(i));
        }
        return encoder.finish();
    }

    /** Turned, 8 to 28 metres wide, anywhere on the tile; about one in a hundred crosses its edge. */
    private Geometry place(Geometry outline) {
        Envelope bounds = tile.bounds();
        return AffineTransformation.scaleInstance(8 + 20 * random.nextDouble(), 8 + 20 * random.nextDouble())
                .rotate(Math.PI * random.nextDouble())
                .translate(
                        bounds.getMinX() + bounds.getWidth() * random.nextDouble(),
                        bounds.getMinY() + bounds.getHeight() * random.nextDouble())
                .transform(outline);
    }

    private Object[] values() {
        return new Object[] {
            "Apartman " + random.nextInt(800),
            "Mahalle " + random.nextInt(5),
            USES[random.nextInt(USES.length)],
            random.nextInt(12),
            random.nextInt(3),
            random.nextInt(300) / 10.0,
            1950 + random.nextInt(75),
            random.nextBoolean()
        };
    }
}
