package tr.kentatlas.spatial.tile;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which features a tile shows that is seen from so far that many lie in one pixel (of 256 on a side): those longer than a pixel, and of the
 * smaller ones the first of each pixel. Nothing that could be seen is missing, and however dense a city is, the tile has an end.
 */
final class Thinning implements Predicate<GridBox> {
    private static final int PIXELS = 256;

    private final int pixel;
    private final Set<Long> taken = new HashSet<>();

    Thinning(TileAddress tile) {
        pixel = tile.side() / PIXELS;
    }

    @Override
    public boolean test(GridBox box) {
        return box.maxX() - box.minX() >= pixel || box.maxY() - box.minY() >= pixel || taken.add(pixelOf(box));
    }

    private long pixelOf(GridBox box) {
        return (long) (box.minX() / pixel) << Integer.SIZE | box.minY() / pixel;
    }
}
