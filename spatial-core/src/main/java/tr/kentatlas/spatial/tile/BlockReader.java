package tr.kentatlas.spatial.tile;

import java.util.Arrays;

/** Goes through the features of a {@link TileBlock} and numbers its values anew for one layer; reused from block to block. */
final class BlockReader {
    private static final int NONE = -1;

    private final VarintReader in = new VarintReader();
    private final ValueTable layerValues;
    private int[] starts = new int[256];
    private int[] lengths = new int[256];
    private int[] numbers = new int[256];
    private long id;
    private float reach;
    private int gridFrom;
    private int gridTo;
    private int tagsTo;

    /** @param layerValues the values of the layer the features go into */
    BlockReader(ValueTable layerValues) {
        this.layerValues = layerValues;
    }

    void open(byte[] block) {
        in.open(block, 0, block.length);
        int count = in.next();
        if (count > starts.length) grow(count);
        for (int value = 0; value < count; value++) {
            in.next(); // the field's key
            lengths[value] = in.next();
            starts[value] = in.position();
            in.to(starts[value] + lengths[value]);
        }
        Arrays.fill(numbers, 0, count, NONE);
        tagsTo = in.position();
    }

    /** Goes to the next feature; false after the last one. */
    boolean next() {
        in.to(tagsTo);
        if (!in.hasNext()) return false;
        id = in.nextLong();
        reach = Float.intBitsToFloat(in.next());
        int length = in.next();
        gridFrom = in.position();
        gridTo = gridFrom + length;
        in.to(gridTo);
        int tagsLength = in.next();
        tagsTo = in.position() + tagsLength;
        return true;
    }

    long id() {
        return id;
    }

    float reach() {
        return reach;
    }

    int gridFrom() {
        return gridFrom;
    }

    int gridTo() {
        return gridTo;
    }

    /**
     * Writes the feature's tags as the layer knows them.
     *
     * @param keys the layer's number of each of the table's keys; negative for those the layer has not
     */
    void writeTags(int[] keys, ProtoBuffer out) {
        while (in.position() < tagsTo) {
            int key = keys[in.next()];
            int value = in.next();
            if (key >= 0) {
                out.varint(key);
                out.varint(numberOf(value));
            }
        }
    }

    private int numberOf(int value) {
        int known = numbers[value];
        if (known != NONE) return known;
        int number = layerValues.numberOf(in.bytes(), starts[value], lengths[value]);
        numbers[value] = number;
        return number;
    }

    private void grow(int count) {
        starts = new int[2 * count];
        lengths = new int[2 * count];
        numbers = new int[2 * count];
    }
}
