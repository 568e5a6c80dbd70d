package tr.kentatlas.spatial.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Degrees out of a GeoJSON point, without building a tree for it. */
record Coordinates(double longitude, double latitude) {
    private static final Pattern FIRST = Pattern.compile("\\[\\s*(-?[0-9.eE+-]+)\\s*,\\s*(-?[0-9.eE+-]+)");

    /** The first position of a geometry. */
    static Coordinates first(String geoJson) {
        Matcher found = FIRST.matcher(geoJson);
        if (!found.find()) throw new IllegalArgumentException("a geometry without a position");
        return new Coordinates(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
    }
}
