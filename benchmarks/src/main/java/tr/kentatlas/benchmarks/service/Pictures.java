package tr.kentatlas.benchmarks.service;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** GetMap of 512 × 512 pixels: the embedded engine beside MapServer, the same request and the same buildings. */
final class Pictures {
    private static final int SIDE = 512;
    private static final double HALF_WORLD = 20037508.342789244;
    private static final int OF_EACH = 12;
    /** Pixels painted by both engines as a share of those painted by either; edges are smoothed differently. */
    private static final double ALIKE = 0.85;

    private static final int NEARLY_WHITE = 250;

    private final List<String> queries;

    Pictures(BenchCity city) {
        this.queries = queries(city);
    }

    Comparison comparison(URI ours, URI mapServer) {
        Load floor = new Load(mapServer.resolve("/"), calls(mapServer.getPath()));
        return new Comparison(
                "GetMap 512 × 512, buildings",
                "MapServer",
                seconds -> {
                    checkAlike(ours.resolve("/wms"), mapServer);
                    return floor.rate(seconds);
                },
                new Load(ours, calls("/wms"))::rate,
                1);
    }

    private List<Load.Call> calls(String path) {
        return queries.stream().map(query -> new Load.Call(path + query, "")).toList();
    }

    /** Whole tiles of zoom 14 where most is built, and the middle third of each: 4.8 and 1.6 m a pixel. */
    private static List<String> queries(BenchCity city) {
        List<String> queries = new ArrayList<>();
        for (int[] tile : city.densestTiles().subList(0, OF_EACH)) {
            double width = 2 * HALF_WORLD / (1 << tile[0]);
            double x = tile[2] * width - HALF_WORLD + width / 2;
            double y = HALF_WORLD - tile[1] * width - width / 2;
            queries.add(query(x, y, width / 2));
            queries.add(query(x, y, width / 6));
        }
        return queries;
    }

    private static String query(double x, double y, double half) {
        return String.format(
                Locale.ROOT,
                "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=EPSG:3857"
                        + "&BBOX=%.3f,%.3f,%.3f,%.3f&WIDTH=%d&HEIGHT=%d&FORMAT=image/png",
                x - half,
                y - half,
                x + half,
                y + half,
                SIDE,
                SIDE);
    }

    /** Two engines that do not draw the same are not compared. */
    private void checkAlike(URI ours, URI theirs) throws IOException, InterruptedException {
        for (String query : queries) {
            double alike = alike(picture(URI.create(ours + query)), picture(URI.create(theirs + query)));
            if (alike < ALIKE) {
                throw new IOException(String.format(
                        Locale.ROOT, "only %.0f %% of what is painted is alike: %s%s", 100 * alike, theirs, query));
            }
        }
    }

    private static BufferedImage picture(URI address) throws IOException, InterruptedException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Load.get(address)));
        boolean fits = image != null && image.getWidth() == SIDE && image.getHeight() == SIDE;
        if (!fits) throw new IOException("no picture: " + address);
        return image;
    }

    private static double alike(BufferedImage one, BufferedImage other) {
        int both = 0;
        int either = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean first = isPainted(one.getRGB(x, y));
                boolean second = isPainted(other.getRGB(x, y));
                if (first && second) both++;
                if (first || second) either++;
            }
        }
        return either == 0 ? 0 : (double) both / either;
    }

    private static boolean isPainted(int rgb) {
        return (rgb & 0xff) < NEARLY_WHITE;
    }
}
