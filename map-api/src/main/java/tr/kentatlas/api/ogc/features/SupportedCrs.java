package tr.kentatlas.api.ogc.features;

import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.Crs;

/** The systems answers and boxes may be in: CRS84, WGS 84, web Mercator, TUREF geographic, and the city's own. */
public final class SupportedCrs {
    private SupportedCrs() {}

    public static List<Crs> list(int storageSrid) {
        return Stream.of(Crs.CRS84, Crs.epsg(4326), Crs.epsg(3857), Crs.epsg(5252), Crs.epsg(storageSrid))
                .distinct()
                .toList();
    }

    public static List<String> uris(int storageSrid) {
        return list(storageSrid).stream().map(Crs::uri).toList();
    }

    /** A supported system by its URI. */
    static Crs parse(String text, int storageSrid) {
        return Crs.parse(text)
                .filter(list(storageSrid)::contains)
                .orElseThrow(() -> new ValueRefused("items.crs", text));
    }
}
