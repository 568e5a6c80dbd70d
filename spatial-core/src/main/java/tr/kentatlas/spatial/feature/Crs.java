package tr.kentatlas.spatial.feature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinate reference system as an API names it (OGC 18-058r1 §6.2): its URI, its EPSG code and the axis it writes first.
 *
 * @param srid EPSG code PostGIS knows it by; CRS84 shares 4326 with EPSG:4326 and differs in its axis order only
 */
public record Crs(String uri, int srid, Axis firstAxis) {
    /** WGS 84 longitude, latitude: the default of OGC API and GeoJSON. */
    public static final Crs CRS84 = new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, Axis.EAST);

    private static final Pattern EPSG_URI = Pattern.compile("http://www\\.opengis\\.net/def/crs/EPSG/0/(\\d{4,6})");
    private static final Pattern EPSG_OTHER = Pattern.compile("(?:urn:ogc:def:crs:EPSG::|EPSG:)(\\d{4,6})");

    /** Which way the first coordinate grows. */
    public enum Axis {
        EAST,
        NORTH
    }

    /** An EPSG system by its code, with the axis order of its own definition. */
    public static Crs epsg(int code) {
        return new Crs("http://www.opengis.net/def/crs/EPSG/0/" + code, code, axisOf(code));
    }

    /** Reads a CRS URI, URN or {@code EPSG:n}; empty when it is none of them. */
    public static Optional<Crs> parse(String text) {
        if (text.equals(CRS84.uri) || text.equals("urn:ogc:def:crs:OGC:1.3:CRS84")) return Optional.of(CRS84);
        Matcher uri = EPSG_URI.matcher(text);
        if (uri.matches()) return Optional.of(epsg(Integer.parseInt(uri.group(1))));
        Matcher other = EPSG_OTHER.matcher(text);
        return other.matches() ? Optional.of(epsg(Integer.parseInt(other.group(1)))) : Optional.empty();
    }

    public boolean isGeographic() {
        return srid == 4326 || srid == 5252;
    }

    /** TUREF and ED50 zones and the geographic systems put northing first (EPSG dataset); web Mercator and UTM put easting first. */
    private static Axis axisOf(int code) {
        boolean geographic = code == 4326 || code == 5252 || code == 4230;
        boolean turkishZone =
                (code >= 5253 && code <= 5259) || (code >= 5269 && code <= 5275) || (code >= 2319 && code <= 2325);
        return geographic || turkishZone ? Axis.NORTH : Axis.EAST;
    }
}
