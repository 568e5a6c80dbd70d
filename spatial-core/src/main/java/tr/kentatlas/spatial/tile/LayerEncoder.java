package tr.kentatlas.spatial.tile;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
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

    private final String name;
    private final List<String> keys;
    private final TileGeometry geometry;
    private final Predicate<GridBox> shown;
    private final ProtoBuffer features = new ProtoBuffer(1 << 15);
    private final ProtoBuffer tags = new ProtoBuffer(128);
    private final ValueTable values = new ValueTable();
    private final BlockReader block = new BlockReader(values);

    /** @param shown whether a feature on the tile is to be seen, by its box */
    LayerEncoder(String name, List<String> keys, TileGeometry geometry, Predicate<GridBox> shown) {
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("layer " + name + " names a key twice: " + keys);
        }
        this.name = name;
        this.keys = List.copyOf(keys);
        this.geometry = geometry;
        this.shown = shown;
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
        if (!geometry.draw(grid) || !shown.test(geometry.box())) {
            return false;
        }
        values.writeTags(attributes, tags);
        writeFeature(id);
        return true;
    }

    /**
     * Adds the features of a {@link TileBlock} that are to be seen on the tile.
     *
     * @param smallest those with a shorter reach are left out, in metres
     * @param keysOfLayer the layer's number of each of the block's keys; negative for those it has not
     */
    public void block(byte[] bytes, double smallest, int[] keysOfLayer) {
        block.open(bytes);
        while (block.next()) {
            if (block.reach() >= smallest
                    && geometry.draw(bytes, block.gridFrom(), block.gridTo())
                    && shown.test(geometry.box())) {
                tags.clear();
                block.writeTags(keysOfLayer, tags);
                writeFeature(block.id());
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

    /** How many bytes {@link #writeTo} writes, but for name and keys. */
    int bulk() {
        return features.size() + values.encoded().size();
    }

    /** The layer as its message. */
    void writeTo(ProtoBuffer tile, int field) {
        ProtoBuffer head = new ProtoBuffer(256);
        head.varintField(LAYER_VERSION, 2);
        head.textField(LAYER_NAME, name);
        head.varintField(LAYER_EXTENT, WorldGrid.EXTENT);
        keys.forEach(key -> head.textField(LAYER_KEY, key));
        tile.lengthField(field, head.size() + bulk());
        tile.append(head);
        tile.append(features);
        tile.append(values.encoded());
    }
}
