package tr.kentatlas.api.page;

import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a geometry lies that is at hand as GeoJSON. */
public final class GeoJsonBox {
    private GeoJsonBox() {}

    /** The box of its coordinates; the null one where it has none. */
    public static Envelope of(String geometry) {
        Envelope box = new Envelope();
        expand(box, JsonMapper.shared().readTree(geometry).path("coordinates"));
        return box;
    }

    private static void expand(Envelope box, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            box.expandToInclude(
                    coordinates.path(0).doubleValue(), coordinates.path(1).doubleValue());
        } else {
            coordinates.forEach(part -> expand(box, part));
        }
    }
}
