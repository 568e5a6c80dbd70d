package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** How large the densest tiles are, of the buildings alone and of the whole map: none is to have more than half a megabyte. */
final class TileSizes {
    private static final int DENSEST = 6;
    private static final int HIGHEST_ZOOM = 16;

    private final URI service;
    private int most;
    private String largest = "";

    private TileSizes(URI service) {
        this.service = service;
    }

    static String fact(BenchCity city, URI service) throws IOException, InterruptedException {
        TileSizes sizes = new TileSizes(service);
        for (int[] tile : city.densestTiles().subList(0, DENSEST)) sizes.look(tile[0], tile[1], tile[2]);
        return String.format(
                Locale.ROOT, "the largest tile from z14 on is %s with %,d bytes", sizes.largest, sizes.most);
    }

    /** A tile and all within it. */
    private void look(int zoom, int row, int column) throws IOException, InterruptedException {
        for (String tiles : new String[] {"/ogc/collections/bina/tiles", "/ogc/tiles"})
            measure(tiles + "/WebMercatorQuad/" + zoom + "/" + row + "/" + column);
        if (zoom == HIGHEST_ZOOM) return;
        for (int quarter = 0; quarter < 4; quarter++) look(zoom + 1, 2 * row + quarter / 2, 2 * column + quarter % 2);
    }

    private void measure(String path) throws IOException, InterruptedException {
        int bytes = Load.size(service.resolve(path));
        if (bytes <= most) return;
        most = bytes;
        largest = path;
    }
}
