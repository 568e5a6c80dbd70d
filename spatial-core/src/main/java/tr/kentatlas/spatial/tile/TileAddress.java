package tr.kentatlas.spatial.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * One tile of the tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1): zoom 0 to 22, x (column) to the right and y
 * (row) down from the north-west corner of the world.
 */
public record TileAddress(int z, int x, int y) {
    public static final int MAX_ZOOM = 22;

    private static final int GRID_BITS = 28;

    public TileAddress {
        if (z < 0 || z > MAX_ZOOM) {
            throw new IllegalArgumentException("zoom " + z + " is not in 0.." + MAX_ZOOM);
        }
        int last = (1 << z) - 1;
        if (x < 0 || x > last || y < 0 || y > last) {
            throw new IllegalArgumentException("tile " + x + "," + y + " is not in 0.." + last + " of zoom " + z);
        }
    }

    /** The tile without its buffer, in metres of EPSG:3857. */
    public Envelope bounds() {
        double side = 2 * WorldGrid.HALF_WORLD / (1 << z);
        double west = x * side - WorldGrid.HALF_WORLD;
        double north = WorldGrid.HALF_WORLD - y * side;
        return new Envelope(west, west + side, north - side, north);
    }

    /** The tile with its buffer of 64/4096 of a side, in grid units: what a query for its features asks for. */
    public GridBox bufferedBox() {
        int side = side();
        int buffer = (int) ((long) side * WorldGrid.BUFFER / WorldGrid.EXTENT);
        int west = originX();
        int north = originY();
        return new GridBox(west - buffer, north - buffer, west + side + buffer, north + side + buffer);
    }

    /** The box of the tile with its buffer, in degrees of longitude and latitude: all that can be drawn in it touches this. */
    public Envelope degrees() {
        Envelope metres = bounds();
        metres.expandBy(metres.getWidth() * WorldGrid.BUFFER / WorldGrid.EXTENT);
        return new Envelope(
                longitude(metres.getMinX()),
                longitude(metres.getMaxX()),
                latitude(metres.getMinY()),
                latitude(metres.getMaxY()));
    }

    private static double longitude(double x) {
        return Math.max(-180, Math.min(180, 180 * x / WorldGrid.HALF_WORLD));
    }

    private static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * y / WorldGrid.HALF_WORLD)));
    }

    /** Grid units from the tile's west to its east. */
    int side() {
        return 1 << (GRID_BITS - z);
    }

    int originX() {
        return (int) ((long) x << (GRID_BITS - z));
    }

    int originY() {
        return (int) ((long) y << (GRID_BITS - z));
    }
}
