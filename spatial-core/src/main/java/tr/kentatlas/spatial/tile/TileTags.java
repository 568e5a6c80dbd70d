package tr.kentatlas.spatial.tile;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of a feature as bytes that {@link LayerEncoder} takes over into any tile: for each value that is there, the number
 * of its key and its MVT Value message (MVT 4.1), with the message's length before it; all lengths and numbers are varints.
 */
public final class TileTags {
    private TileTags() {}

    /**
     * Encodes the values of one feature.
     *
     * @param values in the order of the layer's keys: String, Long, Integer, Double, Boolean, or null for absent
     */
    public static byte[] encode(@Nullable Object[] values) {
        ProtoBuffer out = new ProtoBuffer(256);
        ProtoBuffer message = new ProtoBuffer(64);
        for (int key = 0; key < values.length; key++) {
            Object value = values[key];
            if (value != null) {
                message.clear();
                TileValue.write(value, message);
                out.varint(key);
                out.varint(message.size());
                out.append(message);
            }
        }
        return out.toBytes();
    }
}
