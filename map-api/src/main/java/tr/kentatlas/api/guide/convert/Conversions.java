package tr.kentatlas.api.guide.convert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/**
 * One position in every way a citizen or a surveyor may need it.
 *
 * @param swapped the same degrees the other way round, where more likely that was meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversions(
        double longitude,
        double latitude,
        List<Written> systems,
        @Nullable String swapped) {

    /**
     * One way of writing it.
     *
     * @param system decimal, sexagesimal, zone or utm
     * @param epsg code of the CRS
     * @param first latitude or east
     * @param second longitude or north
     * @param text ready to be copied
     */
    public record Written(String system, String name, int epsg, double first, double second, String text) {}

    public static Conversions of(Position position, int cityZone) {
        List<Written> all = new ArrayList<>();
        double latitude = position.latitude();
        double longitude = position.longitude();
        all.add(new Written("decimal", "WGS 84", 4326, latitude, longitude, decimal(latitude, longitude)));
        String minutes = sexagesimal(latitude, "N", "S") + " " + sexagesimal(longitude, "E", "W");
        all.add(new Written("sexagesimal", "WGS 84", 4326, latitude, longitude, minutes));
        plane("zone", zoneName(cityZone), cityZone, position, "", all);
        int zone = (int) Math.floor((Math.min(longitude, 179.999999) + 180) / 6) + 1;
        int utm = (latitude < 0 ? 32700 : 32600) + zone;
        if (utm != cityZone && Math.abs(latitude) <= 84) plane("utm", "UTM", utm, position, band(zone, latitude), all);
        return new Conversions(longitude, latitude, List.copyOf(all), null);
    }

    /** Says that latitude and longitude may have changed places. */
    public Conversions maybeSwapped() {
        return new Conversions(longitude, latitude, systems, decimal(longitude, latitude));
    }

    public static String decimal(double latitude, double longitude) {
        return String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude);
    }

    /** Far from its zone a projection has no answer, and none is given. */
    private static void plane(
            String system, String name, int srid, Position position, String before, List<Written> all) {
        double[] metres;
        try {
            metres = Projection.of(srid).metres(position);
        } catch (IllegalArgumentException e) {
            return;
        }
        if (!Double.isFinite(metres[0]) || !Double.isFinite(metres[1])) return;
        String text = String.format(Locale.ROOT, "%s%.2f %.2f", before, metres[0], metres[1]);
        all.add(new Written(system, name, srid, metres[0], metres[1], text));
    }

    private static String band(int zone, double latitude) {
        String bands = "CDEFGHJKLMNPQRSTUVWX";
        int index = Math.clamp((int) Math.floor((latitude + 80) / 8), 0, bands.length() - 1);
        return zone + bands.substring(index, index + 1) + " ";
    }

    private static String zoneName(int srid) {
        if (srid >= 5253 && srid <= 5259) return "TUREF / TM" + (27 + 3 * (srid - 5253));
        boolean isNorth = srid / 100 == 326;
        return isNorth || srid / 100 == 327 ? "UTM " + srid % 100 + (isNorth ? "N" : "S") : "EPSG:" + srid;
    }

    private static String sexagesimal(double degrees, String positive, String negative) {
        long hundredths = Math.round(Math.abs(degrees) * 360_000);
        return String.format(
                Locale.ROOT,
                "%d°%02d'%05.2f\"%s",
                hundredths / 360_000,
                hundredths / 6_000 % 60,
                hundredths % 6_000 / 100.0,
                degrees < 0 ? negative : positive);
    }
}
