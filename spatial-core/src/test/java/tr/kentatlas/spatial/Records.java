package tr.kentatlas.spatial;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;

/** Builders of feature records for the tests, near the middle of TM33. */
public final class Records {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private Records() {}

    /** A building of 10 m × 10 m, {@code east} metres east of the central meridian. */
    public static FeatureRecord building(String key, double east, int floors) {
        return record("bina", key, square(east, 10), "kat_ustu", floors, "yapi_durum", "functional");
    }

    public static FeatureRecord record(String type, String key, @Nullable Geometry geometry, Object... columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) values.put((String) columns[i], columns[i + 1]);
        return new FeatureRecord(type, FeatureId.of("test", type, key), values, geometry);
    }

    public static Geometry square(double east, double size) {
        double x = 500_000 + east;
        double y = 4_417_000;
        return SHAPES.toGeometry(new Envelope(x, x + size, y, y + size));
    }
}
