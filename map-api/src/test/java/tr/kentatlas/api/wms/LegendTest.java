package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.api.desk.DeskCity;

/** The legends of ordinary layers: a line for each look the map has, as large as is said. */
class LegendTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final Pattern LEGEND = Pattern.compile("<LegendURL width=\"(\\d+)\" height=\"(\\d+)\">"
            + "<Format>image/png</Format><OnlineResource[^>]*LAYER=(\\w+)&amp;STYLE=default\"");

    @ParameterizedTest
    @CsvSource({"plan_kullanim_alani, 5", "kamu_hizmeti, 4", "idari_birim, 2"})
    void eachLookOfALayerHasALine(String layer, int looks) throws IOException {
        BufferedImage legend = legend(layer);
        Path seen = Path.of("target/pictures").toAbsolutePath();
        Files.createDirectories(seen);
        ImageIO.write(legend, "png", seen.resolve("legend-" + layer + ".png").toFile());
        assertThat(legend.getHeight()).isGreaterThan(looks * 22);
        assertThat(colours(legend).size()).isGreaterThan(looks);
    }

    @Test
    void noLegendIsEmptyAndEachIsAsLargeAsTheCapabilitiesSay() throws IOException {
        String told = new String(
                get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities").body(), StandardCharsets.UTF_8);
        var legends = LEGEND.matcher(told).results().toList();
        assertThat(legends).hasSizeGreaterThan(5);
        for (MatchResult one : legends) {
            BufferedImage legend = legend(one.group(3));
            assertThat(legend.getWidth() + "x" + legend.getHeight())
                    .as(one.group(3))
                    .isEqualTo(one.group(1) + "x" + one.group(2));
            assertThat(colours(legend).size()).as(one.group(3)).isGreaterThan(1);
            assertThat(legend.getWidth()).as(one.group(3)).isGreaterThan(40);
        }
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) colours.add(image.getRGB(x, y));
        }
        return colours;
    }

    private static BufferedImage legend(String layer) throws IOException {
        byte[] png = get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=" + layer)
                .body();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static HttpResponse<byte[]> get(String path) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(CITY.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
