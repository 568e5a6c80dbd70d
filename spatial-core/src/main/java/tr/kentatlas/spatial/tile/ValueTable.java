package tr.kentatlas.spatial.tile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distinct attribute values of a layer (MVT 4.1 and 4.4), each written once and known by its number. Values are compared as
 * the bytes they are written as, so that values encoded long before need no decoding; an open hash table of numbers alone.
 */
final class ValueTable {
    private static final int VALUES_FIELD = 4;
    private static final int EMPTY = -1;
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private int[] slots = emptySlots(512);
    private int[] hashes = new int[256];
    private int[] starts = new int[256];
    private int[] lengths = new int[256];
    private int count;
    private final ProtoBuffer encoded = new ProtoBuffer(4096);
    private final ProtoBuffer value = new ProtoBuffer(64);

    int count() {
        return count;
    }

    /** All values in the order of their numbers, as fields of the layer message. */
    ProtoBuffer encoded() {
        return encoded;
    }

    /**
     * The number of a value.
     *
     * @throws IllegalArgumentException unless it is a String, Long, Integer, Double or Boolean
     */
    int numberOf(Object original) {
        value.clear();
        TileValue.write(original, value);
        return numberOf(value.array(), 0, value.size());
    }

    /**
     * Writes attributes as tags (MVT 4.2), over what was written before.
     *
     * @param attributes in the order of the layer's keys, null for absent
     */
    void writeTags(@Nullable Object[] attributes, ProtoBuffer tags) {
        tags.clear();
        for (int key = 0; key < attributes.length; key++) {
            Object attribute = attributes[key];
            if (attribute != null) {
                tags.varint(key);
                tags.varint(numberOf(attribute));
            }
        }
    }

    /** The number of a value given as its Value message. */
    int numberOf(byte[] bytes, int from, int length) {
        int hash = hash(bytes, from, length);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int number = slots[slot]; number != EMPTY; number = slots[slot]) {
            if (hashes[number] == hash && holds(number, bytes, from, length)) return number;
            slot = (slot + 1) & mask;
        }
        slots[slot] = count;
        return add(hash, bytes, from, length);
    }

    private boolean holds(int number, byte[] bytes, int from, int length) {
        return lengths[number] == length && encoded.matches(starts[number], bytes, from, length);
    }

    private int add(int hash, byte[] bytes, int from, int length) {
        encoded.lengthField(VALUES_FIELD, length);
        hashes[count] = hash;
        starts[count] = encoded.size();
        lengths[count] = length;
        encoded.bytes(bytes, from, length);
        int number = count++;
        if (count == hashes.length) grow();
        return number;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        lengths = Arrays.copyOf(lengths, 2 * count);
        slots = emptySlots(4 * count);
        int mask = slots.length - 1;
        for (int number = 0; number < count; number++) {
            int slot = hashes[number] & mask;
            while (slots[slot] != EMPTY) slot = (slot + 1) & mask;
            slots[slot] = number;
        }
    }

    private static int[] emptySlots(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** Four bytes at a step; the golden ratio's bits bring the few in which small numbers differ to the low end. */
    private static int hash(byte[] bytes, int from, int length) {
        int hash = length;
        int at = from;
        int end = from + length;
        for (; at + Integer.BYTES <= end; at += Integer.BYTES) {
            hash = (hash ^ (int) FOUR_BYTES.get(bytes, at)) * 0x9E3779B9;
            hash ^= hash >>> 15;
        }
        for (; at < end; at++) hash = (hash ^ bytes[at]) * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
