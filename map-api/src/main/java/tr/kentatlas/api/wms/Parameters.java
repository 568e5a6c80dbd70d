package tr.kentatlas.api.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.spatial.feature.Crs;

/** The parameters of one request: names in any case (OGC 06-042 §6.8.1), values checked as they are asked for. */
final class Parameters {
    static final int LARGEST_SIDE = 4096;
    static final int MOST_LAYERS = 30;

    private final Map<String, String> values = new TreeMap<>();
    private final int storageSrid;

    Parameters(HttpServletRequest request, int storageSrid) {
        request.getParameterMap().forEach((name, all) -> values.put(name.toUpperCase(Locale.ROOT), all[0].strip()));
        this.storageSrid = storageSrid;
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    String required(String name) {
        String value = text(name);
        if (value.isEmpty()) throw ServiceException.missing(name);
        return value;
    }

    /** As LANGUAGE says, as services of maps have it, or else the one given. */
    Locale language(Locale otherwise) {
        String named = text("LANGUAGE");
        return named.isEmpty() ? otherwise : Locale.forLanguageTag(named.startsWith("en") ? "en" : "tr");
    }

    Version version() {
        return Version.of(text("VERSION").isEmpty() ? text("WMTVER") : text("VERSION"));
    }

    List<String> list(String name) {
        String value = text(name);
        List<String> items = value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
        if (items.size() > MOST_LAYERS) {
            throw ServiceException.invalid(name, Wording.of("wms.most-layers", MOST_LAYERS));
        }
        return items;
    }

    int whole(String name, int least, int most) {
        String value = required(name);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw ServiceException.invalid(name, Wording.of("wms.whole", shortened(value)));
        }
        throw ServiceException.invalid(name, Wording.of("wms.between", value, least, most));
    }

    /** Size, box and CRS of a map request. */
    Frame frame() {
        Crs crs = crs();
        int width = whole("WIDTH", 1, LARGEST_SIDE);
        int height = whole("HEIGHT", 1, LARGEST_SIDE);
        return new Frame(crs, box(crs), width, height);
    }

    private Crs crs() {
        String text = required(version().crsParameter());
        Crs crs = text.equals("CRS:84")
                ? Crs.CRS84
                : Crs.parse(text.equals("EPSG:900913") ? "EPSG:3857" : text).orElse(null);
        if (crs == null || !Capabilities.crs(storageSrid).contains(crs)) {
            String code = version() == Version.V1_3_0 ? "InvalidCRS" : "InvalidSRS";
            throw new ServiceException(
                    code, Wording.of("wms.crs", shortened(text), Capabilities.crsNames(storageSrid)));
        }
        return crs;
    }

    private Envelope box(Crs crs) {
        String text = required("BBOX");
        double[] numbers;
        try {
            numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw ServiceException.invalid("BBOX", Wording.of("wms.four-numbers"));
        }
        boolean usable = numbers.length == 4
                && Arrays.stream(numbers).allMatch(n -> Double.isFinite(n) && Math.abs(n) < 1e8)
                && numbers[0] < numbers[2]
                && numbers[1] < numbers[3];
        if (!usable) throw ServiceException.invalid("BBOX", Wording.of("wms.box"));
        Envelope box = version().box(crs, numbers);
        if (crs.isGeographic() && (Math.abs(box.getMinY()) > 90 || Math.abs(box.getMaxY()) > 90)) {
            throw ServiceException.invalid("BBOX", Wording.of("wms.latitudes"));
        }
        return box;
    }

    /** ARGB. */
    int background() {
        if (text("TRANSPARENT").equalsIgnoreCase("TRUE")) return 0;
        String colour = text("BGCOLOR");
        if (colour.isEmpty()) return 0xffffffff;
        if (!colour.matches("(0x|0X|#)[0-9a-fA-F]{6}")) {
            throw ServiceException.invalid("BGCOLOR", Wording.of("wms.colour"));
        }
        return 0xff000000 | Integer.parseInt(colour.substring(colour.length() - 6), 16);
    }

    void requireFormat(String name, String format) {
        String asked = text(name);
        boolean known = asked.isEmpty() || asked.startsWith(format);
        if (!known) throw new ServiceException("InvalidFormat", Wording.of("wms.format", shortened(asked), format));
    }

    static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
