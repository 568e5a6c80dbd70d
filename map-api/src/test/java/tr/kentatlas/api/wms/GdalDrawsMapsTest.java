package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.api.desk.DeskCity;

/** GDAL's own client for WMS draws the city, in both versions. */
class GdalDrawsMapsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final int SIZE = 256;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1.3.0, CRS", "1.1.1, SRS"})
    void theMiddleOfABuildingHasItsColourAndTheGroundBesideItNone(String version, String system) throws Exception {
        String map = CITY.url() + "/wms?SERVICE=WMS&VERSION=" + version + "&REQUEST=GetMap&LAYERS=bina&STYLES=&"
                + system + "=EPSG:3857&FORMAT=image/png&BBOX=" + box();
        BufferedImage ours = Objects.requireNonNull(ImageIO.read(
                URI.create(map + "&WIDTH=" + SIZE + "&HEIGHT=" + SIZE).toURL()));
        BufferedImage theirs = drawn(map);
        assertThat(theirs.getWidth()).isEqualTo(SIZE);
        Color middle = new Color(theirs.getRGB(SIZE / 2, SIZE / 2));
        assertThat(middle).isNotEqualTo(Color.WHITE);
        assertThat(distance(middle, new Color(ours.getRGB(SIZE / 2, SIZE / 2)))).isLessThan(12);
        assertThat(new Color(ours.getRGB(2, 2))).isEqualTo(Color.WHITE);
        assertThat(new Color(theirs.getRGB(2, 2))).isEqualTo(Color.WHITE);
    }

    private BufferedImage drawn(String map) throws Exception {
        Path picture = folder.resolve("bina.png");
        String size = Integer.toString(SIZE);
        Process gdal = new ProcessBuilder(
                        "gdal_translate", "-of", "PNG", "-outsize", size, size, "WMS:" + map, picture.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gdal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gdal.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).doesNotContain("ERROR");
        return Objects.requireNonNull(ImageIO.read(picture.toFile()));
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    /** In EPSG:3857, around a building that nothing is near its north-west. */
    private static String box() {
        return CITY.database()
                .sql("SELECT ST_XMin(b) || ',' || ST_YMin(b) || ',' || ST_XMax(b) || ',' || ST_YMax(b) FROM"
                        + " (SELECT ST_Expand(p, 60) AS b FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 3857) AS p"
                        + " FROM working.bina WHERE ST_Area(geom) > 100) AS inside) AS boxes WHERE NOT EXISTS (SELECT 1"
                        + " FROM working.bina o WHERE ST_DWithin(ST_Transform(o.geom, 3857),"
                        + " ST_SetSRID(ST_MakePoint(ST_XMin(b), ST_YMax(b)), 3857), 5)) LIMIT 1")
                .query(String.class)
                .single();
    }
}
