package tr.kentatlas.spatial.ingest;

import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Chooses the metric CRS a city is stored in, from where it lies. */
public final class StorageCrs {
    private static final Envelope TURKEY = new Envelope(25.5, 46.5, 35.8, 42.2);
    /** EPSG code of TUREF / TM27; TM30 … TM45 follow in steps of 3°. */
    private static final int TUREF_TM27 = 5253;

    /** Degrees of longitude: a city at the edge of its zone reaches into the next one. */
    private static final int FARTHEST = 6;

    private static final int UTM_NORTH = 32600;
    private static final int UTM_SOUTH = 32700;

    private StorageCrs() {}

    /**
     * The TUREF TM zone (EPSG:5253–5259) nearest to the middle of the box where that lies in Turkey, else its WGS 84 UTM zone.
     *
     * @param extent longitudes and latitudes in degrees
     * @throws IllegalArgumentException when the box is empty or not on earth
     */
    public static int forExtent(Envelope extent) {
        Coordinate middle = extent.centre();
        if (middle == null || !isOnEarth(middle)) throw new IllegalArgumentException("no extent in degrees: " + extent);
        return TURKEY.contains(middle) ? turef(middle.x) : utm(middle);
    }

    /**
     * Whether what is best kept in one CRS can be kept in another without being distorted; of those that are no zones of either kind
     * nothing is known, and they pass.
     *
     * @param stored EPSG code of the CRS a city is stored in
     * @param wanted EPSG code of the CRS a source would choose
     */
    public static boolean fits(int stored, int wanted) {
        OptionalInt its = centralMeridian(stored);
        OptionalInt other = centralMeridian(wanted);
        return its.isEmpty() || other.isEmpty() || Math.abs(its.getAsInt() - other.getAsInt()) <= FARTHEST;
    }

    private static OptionalInt centralMeridian(int srid) {
        int turef = srid - TUREF_TM27;
        if (turef >= 0 && turef <= 6) return OptionalInt.of(27 + 3 * turef);
        int zone = srid % 100;
        boolean isUtm = srid - zone == UTM_NORTH || srid - zone == UTM_SOUTH;
        return isUtm && zone >= 1 && zone <= 60 ? OptionalInt.of(6 * zone - 183) : OptionalInt.empty();
    }

    private static int turef(double longitude) {
        return TUREF_TM27 + Math.clamp(Math.round(longitude / 3) - 9, 0, 6);
    }

    private static int utm(Coordinate middle) {
        int zone = Math.clamp((long) Math.floor((middle.x + 180) / 6) + 1, 1, 60);
        return (middle.y < 0 ? UTM_SOUTH : UTM_NORTH) + zone;
    }

    private static boolean isOnEarth(Coordinate place) {
        return Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90;
    }
}
