package tr.kentatlas.api.guide.convert;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/**
 * Reads a position as people write it: decimal degrees, degrees with minutes and seconds, UTM with its zone, or metres in the city's own
 * TM zone; and as programs do, a geo: address or a WKT point. Latitude comes first in degrees, east first in metres, unless letters or
 * sizes say otherwise.
 */
public final class WrittenPosition {
    private static final int MOST_CHARACTERS = 120;
    private static final String NUMBER = "([-+]?\\d{1,3}(?:[.,]\\d{1,17})?)";
    private static final Pattern DECIMAL = Pattern.compile("([NSKGEWDB]?)\\s*" + NUMBER
            + "\\s*°?\\s*([NSKGEWDB]?)(?:\\s*[,;/]\\s*|\\s+)([NSKGEWDB]?)\\s*" + NUMBER + "\\s*°?\\s*([NSKGEWDB]?)");
    private static final String SEXAGESIMAL =
            "(\\d{1,3})\\s*[°º]\\s*(\\d{1,2}(?:[.,]\\d{1,8})?)\\s*['’′]\\s*(?:(\\d{1,2}(?:[.,]\\d{1,8})?)\\s*(?:[\"”″]|''))?\\s*([NSKGEWDB]?)";
    private static final String SPACED =
            "(\\d{1,3})\\s+(\\d{1,2}(?:[.,]\\d{1,8})?)(?:\\s+(\\d{1,2}(?:[.,]\\d{1,8})?))?\\s*([NSKGEWDB])";
    private static final Pattern DEGREES_SPACED = Pattern.compile(SPACED + "[\\s,;]+" + SPACED);
    private static final String POINT_NUMBER = "([-+]?\\d{1,3}(?:\\.\\d{1,17})?)";
    /** RFC 5870: latitude first. */
    private static final Pattern GEO = Pattern.compile("GEO:" + POINT_NUMBER + "," + POINT_NUMBER + "(?:[,;?].*)?");
    /** OGC 06-103r4 §7: the x axis first, which here is longitude. */
    private static final Pattern WKT = Pattern.compile("(?:SRID\\s*=\\s*4326\\s*;)?\\s*POINT\\s*Z?\\s*\\(\\s*"
            + POINT_NUMBER + "\\s+" + POINT_NUMBER + "[^)]*\\)");

    private static final Pattern DEGREES_MINUTES = Pattern.compile(SEXAGESIMAL + "[\\s,;]*" + SEXAGESIMAL);
    /** As receivers write it: N 39° 54.5' E 32° 51.2'. */
    private static final Pattern SIDES_FIRST =
            Pattern.compile("([NSKGEWDB])\\s*([^NSKGEWDB]+?)[\\s,;]*([NSKGEWDB])\\s*([^NSKGEWDB]+)");

    private static final String METRES = "(\\d{5,8}(?:[.,]\\d{1,4})?)";
    private static final Pattern UTM =
            Pattern.compile("(?:UTM\\s*)?(\\d{1,2})\\s*([C-X])\\s*[,;]?\\s+" + METRES + "\\s*[,;]?\\s+" + METRES);
    private static final Pattern PLANE =
            Pattern.compile("(?:Y\\s*[=:]\\s*)?" + METRES + "\\s*[,;]?\\s+(?:X\\s*[=:]\\s*)?" + METRES);
    private static final double LARGEST_EAST = 1_000_000;

    private WrittenPosition() {}

    /** Empty for what is no position; the storage CRS is the city's own zone. */
    public static Optional<Position> read(String text, int cityZone) {
        if (text.length() > MOST_CHARACTERS) return Optional.empty();
        String written = text.strip().toUpperCase(Locale.ROOT);
        try {
            return Optional.ofNullable(position(written, cityZone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Position position(String written, int cityZone) {
        Matcher minutes = DEGREES_MINUTES.matcher(written);
        if (minutes.matches()) return sexagesimal(minutes);
        Matcher spaced = DEGREES_SPACED.matcher(written);
        if (spaced.matches()) return sexagesimal(spaced);
        Matcher geo = GEO.matcher(written);
        if (geo.matches()) return new Position(number(geo.group(2)), number(geo.group(1)));
        Matcher wkt = WKT.matcher(written);
        if (wkt.matches()) return new Position(number(wkt.group(1)), number(wkt.group(2)));
        Matcher decimal = DECIMAL.matcher(written);
        if (decimal.matches()) return decimal(decimal);
        Matcher utm = UTM.matcher(written);
        if (utm.matches()) return utm(utm);
        Matcher plane = PLANE.matcher(written);
        if (plane.matches()) return plane(number(plane.group(1)), number(plane.group(2)), cityZone);
        Matcher sides = SIDES_FIRST.matcher(written);
        return sides.matches() ? position(sides.replaceFirst("$2 $1, $4 $3"), cityZone) : null;
    }

    private static @Nullable Position decimal(Matcher found) {
        double first = number(found.group(2));
        double second = number(found.group(5));
        String firstSide = found.group(1) + found.group(3);
        String secondSide = found.group(4) + found.group(6);
        if (firstSide.isEmpty() != secondSide.isEmpty() || firstSide.length() > 1 || secondSide.length() > 1)
            return null;
        if (firstSide.isEmpty()) {
            boolean isFraction =
                    found.group(2).matches(".*[.,].*") || found.group(5).matches(".*[.,].*");
            return isFraction ? byOrder(first, second) : null;
        }
        return bySide(first, firstSide, second, secondSide);
    }

    private static Position byOrder(double first, double second) {
        return Math.abs(first) > 90 ? new Position(first, second) : new Position(second, first);
    }

    /** Without letters latitude comes first. */
    private static Position sexagesimal(Matcher found) {
        boolean isByOrder = found.group(4).isEmpty() && found.group(8).isEmpty();
        if (isByOrder) return byOrder(angle(found, 1), angle(found, 5));
        if (found.group(4).isEmpty() || found.group(8).isEmpty()) throw new IllegalArgumentException("one side only");
        return bySide(angle(found, 1), found.group(4), angle(found, 5), found.group(8));
    }

    private static double angle(Matcher found, int group) {
        double minutes = number(found.group(group + 1));
        String seconds = found.group(group + 2);
        double rest = seconds == null ? 0 : number(seconds);
        if (minutes >= 60 || rest >= 60) throw new IllegalArgumentException("minutes and seconds end before 60");
        return Integer.parseInt(found.group(group)) + minutes / 60 + rest / 3600;
    }

    /** Letters in English (N S E W) or Turkish (Kuzey, Güney, Doğu, Batı). */
    private static Position bySide(double first, String firstSide, double second, String secondSide) {
        boolean firstIsLatitude = "NSKG".contains(firstSide);
        if (firstIsLatitude == "NSKG".contains(secondSide)) throw new IllegalArgumentException("two of the same axis");
        double one = "SGWB".contains(firstSide) ? -first : first;
        double other = "SGWB".contains(secondSide) ? -second : second;
        return firstIsLatitude ? new Position(other, one) : new Position(one, other);
    }

    private static Position utm(Matcher found) {
        int zone = Integer.parseInt(found.group(1));
        if (zone < 1 || zone > 60) throw new IllegalArgumentException("there are 60 zones");
        boolean isNorth = found.group(2).compareTo("N") >= 0;
        return plane(number(found.group(3)), number(found.group(4)), (isNorth ? 32600 : 32700) + zone);
    }

    private static Position plane(double first, double second, int srid) {
        boolean eastFirst = first < LARGEST_EAST;
        return Projection.of(srid).degrees(eastFirst ? first : second, eastFirst ? second : first);
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(',', '.'));
    }
}
