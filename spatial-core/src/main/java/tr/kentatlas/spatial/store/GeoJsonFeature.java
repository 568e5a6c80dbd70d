package tr.kentatlas.spatial.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Feature;

/** A feature as GeoJSON (RFC 7946 §3.2), ready to be sent. */
public final class GeoJsonFeature {
    private final UUID id;
    private final byte[] json;

    private GeoJsonFeature(UUID id, byte[] json) {
        this.id = id;
        this.json = json;
    }

    public UUID id() {
        return id;
    }

    /** The JSON object in UTF-8; not copied, and not to be changed. */
    public byte[] json() {
        return json;
    }

    /** The same from a feature's values. */
    public static GeoJsonFeature of(Feature feature, PropertiesJson properties) {
        return of(feature.id(), feature.geometryJson(), properties.of(feature.values()));
    }

    static GeoJsonFeature of(UUID id, @Nullable String geometry, byte[] properties) {
        byte[] head = ("{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":" + geometry + ",\"properties\":")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + properties.length + 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(properties, 0, whole, head.length, properties.length);
        whole[whole.length - 1] = '}';
        return new GeoJsonFeature(id, whole);
    }
}
