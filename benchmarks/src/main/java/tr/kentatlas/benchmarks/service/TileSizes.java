package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** How large the densest tiles are, of the buildings alone and of the whole map: none is to have more than half a megabyte. */
final class TileSizes {
    private static final int DENSEST = 6;
    private static final int HIGHEST_ZOOM = 16;
    private static final int MOST = 500_000;

    private final URI service;
    private int most;
    private String largest = "";

    private TileSizes(URI service) {
        this.service = service;
    }

    /** A row of the table: the largest of the densest tiles, of what lies in them and of what they lie in. */
    static String row(BenchCity city, URI service) throws IOException, InterruptedException {
        TileSizes sizes = new TileSizes(service);
        for (int[] tile : city.densestTiles().subList(0, DENSEST)) {
            sizes.look(tile[0], tile[1], tile[2]);
            for (int up = 1; up <= tile[0]; up++) sizes.measure(tile[0] - up, tile[1] >> up, tile[2] >> up);
        }
        return String.format(
                Locale.ROOT,
                "| largest tile of all zooms | | ≤ %,d bytes%s | **%,d bytes** | %s |",
                MOST,
                sizes.most <= MOST ? "" : " (not reached)",
                sizes.most,
                sizes.largest);
    }

    /** A tile and all within it. */
    private void look(int zoom, int row, int column) throws IOException, InterruptedException {
        measure(zoom, row, column);
        if (zoom == HIGHEST_ZOOM) return;
        for (int quarter = 0; quarter < 4; quarter++) look(zoom + 1, 2 * row + quarter / 2, 2 * column + quarter % 2);
    }

    private void measure(int zoom, int row, int column) throws IOException, InterruptedException {
        for (String tiles : new String[] {"/ogc/collections/bina/tiles", "/ogc/tiles"})
            measure(tiles + "/WebMercatorQuad/" + zoom + "/" + row + "/" + column);
    }

    private void measure(String path) throws IOException, InterruptedException {
        int bytes = Load.size(service.resolve(path));
        if (bytes <= most) return;
        most = bytes;
        largest = path;
    }
}
