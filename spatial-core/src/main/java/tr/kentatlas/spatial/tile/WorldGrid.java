package tr.kentatlas.spatial.tile;

/**
 * The grid all published geometry lies on: the world of EPSG:3857 as 2^28 units per side (the 4096 units of a tile at
 * zoom 16), x to the right, y down from the north-west corner. One unit is about 0.15 m at the equator.
 */
public final class WorldGrid {
    /** The zoom at which a grid unit is a tile unit. */
    static final int ZOOM = 16;

    /** Tile units per tile side (MVT 4.1, layer extent). */
    static final int EXTENT = 4096;

    /** Tile units a tile sees beyond each of its sides. */
    static final int BUFFER = 64;

    /** Half the side of the world of EPSG:3857, in metres. */
    public static final double HALF_WORLD = Math.PI * 6378137;

    private static final int SIZE = EXTENT << ZOOM;
    /** Grid units per metre of EPSG:3857. */
    public static final double UNITS_PER_METRE = SIZE / (2 * HALF_WORLD);

    /** Farther north or south the square of EPSG:3857 ends. */
    private static final double HIGHEST_LATITUDE = 85.05;

    private WorldGrid() {}

    /** Easting in EPSG:3857 of a longitude. */
    public static double easting(double longitude) {
        return longitude * HALF_WORLD / 180;
    }

    /** Northing in EPSG:3857 of a latitude; beyond the world, about its edge. */
    public static double northing(double latitude) {
        double bounded = Math.clamp(latitude, -HIGHEST_LATITUDE, HIGHEST_LATITUDE);
        return Math.log(Math.tan(Math.toRadians(45 + bounded / 2))) * HALF_WORLD / Math.PI;
    }

    /** Column of an easting in EPSG:3857; beyond the world, its edge. */
    public static int x(double metres) {
        return toUnits(metres + HALF_WORLD);
    }

    /** Row of a northing in EPSG:3857; beyond the world, its edge. */
    public static int y(double metres) {
        return toUnits(HALF_WORLD - metres);
    }

    /** Longitude of a column, or of a place between two. */
    public static double longitude(double x) {
        return (x / UNITS_PER_METRE - HALF_WORLD) / HALF_WORLD * 180;
    }

    /** Latitude of a row, or of a place between two. */
    public static double latitude(double y) {
        double northing = (HALF_WORLD - y / UNITS_PER_METRE) / HALF_WORLD * Math.PI;
        return 2 * (Math.toDegrees(Math.atan(Math.exp(northing))) - 45);
    }

    private static int toUnits(double fromCorner) {
        if (!Double.isFinite(fromCorner)) {
            throw new IllegalArgumentException("coordinate is not a finite number");
        }
        return Math.clamp(Math.round(fromCorner * UNITS_PER_METRE), 0, SIZE);
    }
}
