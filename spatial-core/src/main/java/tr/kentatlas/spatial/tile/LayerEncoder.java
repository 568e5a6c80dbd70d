package tr.kentatlas.spatial.tile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the features of one layer of a tile (MVT 4.1, 4.2); made by {@link TileEncoder#layer}. */
public final class LayerEncoder {
    private static final int LAYER_NAME = 1;
    private static final int LAYER_FEATURE = 2;
    private static final int LAYER_KEY = 3;
    private static final int LAYER_EXTENT = 5;
    private static final int LAYER_VERSION = 15;
    private static final int FEATURE_ID = 1;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;
    private static final int TYPE_SIZE = 2;
    private static final int NONE = -1;

    private final String name;
    private final List<String> keys;
    private final TileGeometry geometry;
    private final ProtoBuffer features = new ProtoBuffer(1 << 15);
    private final ProtoBuffer tags = new ProtoBuffer(128);
    private final ValueTable values = new ValueTable();
    private final int[] latest;

    LayerEncoder(String name, List<String> keys, TileGeometry geometry) {
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("layer " + name + " names a key twice: " + keys);
        }
        this.name = name;
        this.keys = List.copyOf(keys);
        this.geometry = geometry;
        this.latest = new int[keys.size()];
        Arrays.fill(latest, NONE);
    }

    /**
     * Adds a feature, unless nothing of it is to be seen on the tile.
     *
     * @param id not negative
     * @param grid geometry as {@link GridGeometry} encodes it
     * @param attributes as many as the layer has keys, in their order: String, Long, Integer, Double, Boolean, or null for
     *     absent
     * @return whether the feature is on the tile
     */
    public boolean feature(long id, byte[] grid, @Nullable Object[] attributes) {
        if (id < 0 || attributes.length != keys.size()) {
            throw new IllegalArgumentException(
                    "feature " + id + " of layer " + name + " has " + attributes.length + " values for " + keys);
        }
        if (!geometry.draw(grid)) {
            return false;
        }
        writeTags(attributes);
        writeFeature(id);
        return true;
    }

    /**
     * Adds a feature whose attributes were encoded before.
     *
     * @param encoded what {@link TileTags} made of values in the order of the layer's keys
     */
    public boolean feature(long id, byte[] grid, byte[] encoded) {
        if (id < 0) throw new IllegalArgumentException("feature " + id + " of layer " + name);
        if (!geometry.draw(grid)) return false;
        writeTags(encoded);
        writeFeature(id);
        return true;
    }

    /** Neighbours often share a value: the latest one of a key is tried first, which spares hashing it. */
    private void writeTags(byte[] encoded) {
        tags.clear();
        VarintReader in = new VarintReader(encoded);
        while (in.hasNext()) {
            int key = in.next();
            int length = in.next();
            int known = latest[key];
            int number = known != NONE && values.holds(known, encoded, in.position(), length)
                    ? known
                    : values.numberOf(encoded, in.position(), length);
            latest[key] = number;
            in.skip(length);
            tags.varint(key);
            tags.varint(number);
        }
    }

    private void writeTags(@Nullable Object[] attributes) {
        tags.clear();
        for (int key = 0; key < attributes.length; key++) {
            Object value = attributes[key];
            if (value != null) {
                tags.varint(key);
                tags.varint(values.numberOf(value));
            }
        }
    }

    private void writeFeature(long id) {
        ProtoBuffer commands = geometry.commands();
        int idSize = 1 + ProtoBuffer.varintSize(id);
        int tagsSize = tags.size() == 0 ? 0 : ProtoBuffer.fieldSize(tags.size());
        int geometrySize = ProtoBuffer.fieldSize(commands.size());
        features.lengthField(LAYER_FEATURE, idSize + tagsSize + TYPE_SIZE + geometrySize);
        features.varintField(FEATURE_ID, id);
        if (tagsSize > 0) {
            features.field(FEATURE_TAGS, tags);
        }
        features.varintField(FEATURE_TYPE, geometry.kind().code());
        features.field(FEATURE_GEOMETRY, commands);
    }

    boolean isNamed(String other) {
        return name.equals(other);
    }

    boolean isEmpty() {
        return features.size() == 0;
    }

    /** The layer as its message. */
    void writeTo(ProtoBuffer tile, int field) {
        ProtoBuffer head = new ProtoBuffer(64);
        head.varintField(LAYER_VERSION, 2);
        head.textField(LAYER_NAME, name);
        ProtoBuffer tail = new ProtoBuffer(256);
        keys.forEach(key -> tail.textField(LAYER_KEY, key));
        tail.append(values.encoded());
        tail.varintField(LAYER_EXTENT, WorldGrid.EXTENT);
        tile.lengthField(field, head.size() + features.size() + tail.size());
        tile.append(head);
        tile.append(features);
        tile.append(tail);
    }
}
