package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.desk.DeskCity;

/** A picture shows what its four quarters show, whichever features each of them meets first, and however high it is. */
class MosaicTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final int SIDE = 1200;
    private static final int HALF = SIDE / 2;
    /** Symbols are cut at a picture's edge. */
    private static final int SEAM = 12;

    @ParameterizedTest
    @ValueSource(strings = {"bina", "parsel", "yol_orta_hat", "park_bahce", "plan_kullanim_alani", "idari_birim"})
    void aPictureIsTheMosaicOfItsQuarters(String layer) throws IOException {
        double[] corner = middle();
        BufferedImage whole = picture(layer, corner[0], corner[1], SIDE);
        assertThat(painted(whole)).isGreaterThan(500);
        for (int quarter = 0; quarter < 4; quarter++) {
            int left = quarter % 2 * HALF;
            int top = quarter / 2 * HALF;
            BufferedImage part = picture(layer, corner[0] + left, corner[1] + HALF - top, HALF);
            assertThat(differing(whole, part, left, top))
                    .as("%s, quarter %d", layer, quarter)
                    .isLessThan(HALF * HALF / 2000);
        }
    }

    /** Pixels that differ to the eye, away from the quarter's edges. */
    private static int differing(BufferedImage whole, BufferedImage part, int left, int top) {
        int count = 0;
        for (int y = SEAM; y < HALF - SEAM; y++) {
            for (int x = SEAM; x < HALF - SEAM; x++) {
                if (distance(whole.getRGB(left + x, top + y), part.getRGB(x, y)) > 40) count++;
            }
        }
        return count;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8)
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        return most;
    }

    private static int painted(BufferedImage image) {
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) if ((image.getRGB(i % SIDE, i / SIDE) & 0xffffff) != 0xffffff) count++;
        return count;
    }

    /** A metre a pixel. */
    private static BufferedImage picture(String layer, double west, double south, int side) throws IOException {
        String box = String.format(Locale.ROOT, "%f,%f,%f,%f", west, south, west + side, south + side);
        String path = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png&CRS=EPSG:3857&LAYERS="
                + layer + "&WIDTH=" + side + "&HEIGHT=" + side + "&BBOX=" + box;
        BufferedImage image = ImageIO.read(URI.create(CITY.url() + path).toURL());
        assertThat(image).as(path).isNotNull();
        return image;
    }

    /** The south-west corner of a picture in the middle of the city. */
    private static double[] middle() {
        return CITY.database()
                .sql(
                        "SELECT ST_X(c) - ?, ST_Y(c) - ? FROM (SELECT ST_Transform(ST_SetSRID(ST_Centroid(ST_Extent(geom)::geometry), ?), 3857) AS c"
                                + " FROM working.bina) m")
                .params(HALF, HALF, SmallCity.SRID)
                .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single();
    }
}
