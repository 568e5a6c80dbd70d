package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** GDAL as a foreign client: its MVT driver reads our tiles and finds the shapes where they were put. */
class GdalReadsTilesTest {
    private static final TileAddress TILE = new TileAddress(15, 19024, 12288);
    private static final String SELECT_WKT = "SELECT mvt_id, ad, kat, ST_AsText(geometry) AS wkt FROM bina";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shapesAndAttributesArriveInGdal() throws IOException, InterruptedException, ParseException {
        Map<Long, Geometry> shapes = new HashMap<>();
        Shapes random = new Shapes(21, TILE);
        TileEncoder encoder = new TileEncoder(TILE);
        var layer = encoder.layer("bina", List.of("ad", "kat"));
        for (long id = 1; id <= 300; id++) {
            Geometry shape = random.ringedStar(random.place(0.8), 0.1, 8);
            shapes.put(id, shape);
            layer.feature(id, GridGeometry.encode(shape), new Object[] {"İğdeli Çıkmazı " + id, (int) id});
        }
        List<String> rows = readWithGdal(encoder.finish());
        assertThat(rows).hasSize(300);
        for (String row : rows) {
            String[] cells = row.split("\t", 4);
            Geometry expected = Objects.requireNonNull(shapes.remove(Long.parseLong(cells[0])));
            assertThat(cells[1]).isEqualTo("İğdeli Çıkmazı " + cells[0]);
            assertThat(cells[2]).isEqualTo(cells[0]);
            Geometry read = new WKTReader().read(cells[3]);
            assertThat(read.getArea()).isCloseTo(expected.getArea(), within(0.3 * expected.getLength()));
            assertThat(read.getCentroid().distance(expected.getCentroid())).isLessThan(0.6);
        }
        assertThat(shapes).isEmpty();
    }

    private List<String> readWithGdal(byte[] tile) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("tile.pbf"), tile);
        Path rows = folder.resolve("rows.csv");
        Path log = folder.resolve("log");
        Process gdal = new ProcessBuilder(command(file, rows))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(gdal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(gdal.exitValue()).as(Files.readString(log)).isZero();
        assertThat(log).isEmptyFile();
        return Files.readAllLines(rows).stream()
                .skip(1)
                .map(row -> row.replace("\"", ""))
                .toList();
    }

    private static List<String> command(Path tile, Path rows) {
        return List.of(
                "ogr2ogr",
                "-f",
                "CSV",
                rows.toString(),
                tile.toString(),
                "-oo",
                "CLIP=NO",
                "-oo",
                "X=" + TILE.x(),
                "-oo",
                "Y=" + TILE.y(),
                "-oo",
                "Z=" + TILE.z(),
                "-dialect",
                "SQLite",
                "-sql",
                SELECT_WKT,
                "-lco",
                "SEPARATOR=TAB");
    }
}
