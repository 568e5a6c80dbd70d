package tr.kentatlas.spatial.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.RecordSink;

/** One record in the making; values that are null are left out. */
final class Row {
    private final String type;
    private final UUID id;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private @Nullable Geometry geometry;

    Row(String type, UUID id) {
        this.type = type;
        this.id = id;
        values.put("kaynak", "ornek");
    }

    Row with(String column, @Nullable Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of())) {
            values.put(column, value);
        }
        return this;
    }

    Row at(Geometry place) {
        this.geometry = place instanceof Polygon polygon ? Plane.multi(polygon) : place;
        return this;
    }

    /** An area with sound parts only. */
    static MultiPolygon area(Geometry geometry) {
        Polygon[] parts = new Polygon[geometry.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (Polygon) geometry.getGeometryN(i);
        }
        return Plane.multi(parts);
    }

    void into(RecordSink sink) {
        sink.accept(new FeatureRecord(type, id, values, geometry));
    }
}
