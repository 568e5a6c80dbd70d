package tr.kentatlas.spatial.store.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature as GeoJSON (RFC 7946 §3.2), ready to be sent. */
public final class GeoJsonFeature {
    private static final byte[] BEGIN = ascii("{\"type\":\"Feature\",\"id\":\"");
    private static final byte[] GEOMETRY = ascii("\",\"geometry\":");
    private static final byte[] PROPERTIES = ascii(",\"properties\":");
    private static final byte[] NOWHERE = ascii("null");

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

    /** @param geometry as GeoJSON in UTF-8; null for a feature without place */
    static GeoJsonFeature of(UUID id, byte @Nullable [] geometry, byte[] properties) {
        byte[] place = geometry == null ? NOWHERE : geometry;
        byte[] identity = id.toString().getBytes(StandardCharsets.ISO_8859_1);
        int length = BEGIN.length
                + identity.length
                + GEOMETRY.length
                + place.length
                + PROPERTIES.length
                + properties.length
                + 1;
        ByteBuffer json = ByteBuffer.allocate(length);
        json.put(BEGIN)
                .put(identity)
                .put(GEOMETRY)
                .put(place)
                .put(PROPERTIES)
                .put(properties)
                .put((byte) '}');
        return new GeoJsonFeature(id, json.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
