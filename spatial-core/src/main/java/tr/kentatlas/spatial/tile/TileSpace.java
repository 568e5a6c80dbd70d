package tr.kentatlas.spatial.tile;

/**
 * The units of one tile: 4096 per side, seen from its north-west corner. Below zoom 14 coordinates are rounded to every
 * second unit (a quarter of a pixel of a 512-pixel tile), which thins out vertices; rounding looks at one vertex alone, so
 * neighbours keep their common boundary and tiles fit together.
 */
final class TileSpace {
    /** Tile units to the buffer's edges, west and north, east and south. */
    static final int MIN = -WorldGrid.BUFFER;

    static final int MAX = WorldGrid.EXTENT + WorldGrid.BUFFER;

    private static final int LAST_THINNED_ZOOM = 13;

    private final int zoom;
    private final int originX;
    private final int originY;
    private final GridBox buffered;
    private final int shiftDown;
    private final int shiftUp;
    private final long half;

    TileSpace(TileAddress tile) {
        zoom = tile.z();
        originX = tile.originX();
        originY = tile.originY();
        buffered = tile.bufferedBox();
        int thinning = zoom <= LAST_THINNED_ZOOM ? 1 : 0;
        shiftDown = Math.max(0, WorldGrid.ZOOM - zoom) + thinning;
        shiftUp = Math.max(0, zoom - WorldGrid.ZOOM) + thinning;
        half = (1L << shiftDown) >> 1;
    }

    long x(int gridX) {
        return (gridX - originX + half) >> shiftDown << shiftUp;
    }

    long y(int gridY) {
        return (gridY - originY + half) >> shiftDown << shiftUp;
    }

    int originX() {
        return originX;
    }

    int originY() {
        return originY;
    }

    /** Tile with buffer, on the grid. */
    GridBox buffered() {
        return buffered;
    }

    boolean isGrid() {
        return zoom == WorldGrid.ZOOM;
    }

    boolean isCoarserThanGrid() {
        return zoom < WorldGrid.ZOOM;
    }

    static boolean holds(long x, long y) {
        return x >= MIN && x <= MAX && y >= MIN && y <= MAX;
    }
}
