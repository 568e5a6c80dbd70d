package tr.kentatlas.spatial.tile;

/** The four straight sides of the buffered tile, each a half-plane in tile units. */
enum TileSide {
    WEST,
    NORTH,
    EAST,
    SOUTH;

    /** How far inside this side a place lies, in tile units; negative is outside. */
    long depth(long x, long y) {
        return switch (this) {
            case WEST -> x - TileSpace.MIN;
            case NORTH -> y - TileSpace.MIN;
            case EAST -> TileSpace.MAX - x;
            case SOUTH -> TileSpace.MAX - y;
        };
    }
}
