package tr.kentatlas.spatial.tile;

import org.jspecify.annotations.Nullable;

/**
 * Neighbouring features of one table as one run of bytes, gathered at publishing: {@link LayerEncoder#block} takes from it into any tile.
 * A value that features share stands in it once, so that a tile looks it up once for all of them.
 *
 * <p>Layout, all numbers varints: how many values there are; the values as fields of an MVT layer (MVT 4.1); then each feature by its
 * identifier, its reach as the bits of a float, its {@link GridGeometry} and its tags, both with their length before them. A tag is the
 * number of a key and the number of a value in this block.
 */
public final class TileBlock {
    /** Two blocks share a page of PostgreSQL. */
    private static final int FULL = 3700;

    private final ValueTable values = new ValueTable();
    private final ProtoBuffer features = new ProtoBuffer(2 * FULL);
    private final ProtoBuffer tags = new ProtoBuffer(256);
    private @Nullable GridBox box;
    private float reach;

    /**
     * Adds a feature.
     *
     * @param id not negative
     * @param featureReach the longer side of its box, in metres
     * @param grid not empty
     * @param attributes in the order of the table's keys: String, Long, Integer, Double, Boolean, or null for absent
     */
    public void add(long id, float featureReach, byte[] grid, @Nullable Object[] attributes) {
        GridBox place = GridGeometry.box(grid);
        box = box == null ? place : box.union(place);
        reach = Math.max(reach, featureReach);
        values.writeTags(attributes, tags);
        features.varlong(id);
        features.varint(Float.floatToIntBits(featureReach));
        features.varint(grid.length);
        features.bytes(grid, 0, grid.length);
        features.varint(tags.size());
        features.append(tags);
    }

    /** Whether the next feature belongs into another block. */
    public boolean isFull() {
        return size() >= FULL;
    }

    public boolean isEmpty() {
        return box == null;
    }

    /** The box of all features; there must be one. */
    public GridBox box() {
        if (box == null) throw new IllegalStateException("an empty block has no box");
        return box;
    }

    /** The reach of the feature that reaches farthest, in metres. */
    public float reach() {
        return reach;
    }

    public byte[] toBytes() {
        ProtoBuffer out = new ProtoBuffer(size() + Integer.BYTES);
        out.varint(values.count());
        out.append(values.encoded());
        out.append(features);
        return out.toBytes();
    }

    private int size() {
        return values.encoded().size() + features.size();
    }
}
