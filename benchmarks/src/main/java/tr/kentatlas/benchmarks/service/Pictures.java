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
    private static final double ALIKE = 0.95;
    /** How far the engines' colours may be from each other in the mean, of 255. */
    private static final double COLOURS = 1.5;
    /**
     * MapServer draws half a pixel to the left of and above where the box of a request says: it takes the corners for the middles of pixels.
     * It is asked for the box that lies so much to the left and above, and then paints the very place.
     */
    private static final double ASIDE = 0.5;

    private static final int NEARLY_WHITE = 250;

    private final List<String> queries;
    private final List<String> asideQueries;

    Pictures(BenchCity city) {
        this.queries = queries(city, 0);
        this.asideQueries = queries(city, ASIDE);
    }

    Comparison comparison(URI ours, URI mapServer) {
        Load floor = new Load(mapServer.resolve("/"), calls(mapServer.getPath(), asideQueries));
        return new Comparison(
                "GetMap 512 × 512, buildings",
                "MapServer",
                seconds -> {
                    checkAlike(ours.resolve("/wms"), mapServer);
                    return floor.rate(seconds);
                },
                new Load(ours, calls("/wms", queries))::rate,
                1);
    }

    private static List<Load.Call> calls(String path, List<String> queries) {
        return queries.stream().map(query -> new Load.Call(path + query, "")).toList();
    }

    /** Whole tiles of zoom 14 where most is built, and the middle third of each: 4.8 and 1.6 m a pixel; moved by so many pixels. */
    private static List<String> queries(BenchCity city, double aside) {
        List<String> queries = new ArrayList<>();
        for (int[] tile : city.densestTiles().subList(0, OF_EACH)) {
            double width = 2 * HALF_WORLD / (1 << tile[0]);
            double x = tile[2] * width - HALF_WORLD + width / 2;
            double y = HALF_WORLD - tile[1] * width - width / 2;
            for (double half : new double[] {width / 2, width / 6}) {
                double pixel = 2 * half / SIDE;
                queries.add(query(x - aside * pixel, y + aside * pixel, half));
            }
        }
        return queries;
    }

    private static String query(double x, double y, double half) {
        return String.format(
                Locale.ROOT,
                "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=EPSG:3857"
                        + "&BBOX=%.5f,%.5f,%.5f,%.5f&WIDTH=%d&HEIGHT=%d&FORMAT=image/png",
                x - half,
                y - half,
                x + half,
                y + half,
                SIDE,
                SIDE);
    }

    /** Two engines that do not draw the same are not compared. */
    private void checkAlike(URI ours, URI theirs) throws IOException, InterruptedException {
        for (int i = 0; i < queries.size(); i++) {
            BufferedImage one = picture(URI.create(ours + queries.get(i)));
            BufferedImage other = picture(URI.create(theirs + asideQueries.get(i)));
            double alike = alike(one, other);
            double colours = colours(one, other);
            if (alike < ALIKE || colours > COLOURS) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "only %.1f %% of what is painted is alike, colours differ by %.2f: %s%s",
                        100 * alike,
                        colours,
                        theirs,
                        queries.get(i)));
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

    /** The mean difference of all pixels' channels. */
    private static double colours(BufferedImage one, BufferedImage other) {
        long all = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int first = one.getRGB(x, y);
                int second = other.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8)
                    all += Math.abs((first >> shift & 0xff) - (second >> shift & 0xff));
            }
        }
        return all / (3.0 * SIDE * SIDE);
    }

    private static boolean isPainted(int rgb) {
        return (rgb & 0xff) < NEARLY_WHITE;
    }
}
