package tr.kentatlas.spatial.tile;

import org.jspecify.annotations.Nullable;

/**
 * The distinct attribute values of a layer (MVT 4.1 and 4.4), each written once and known by its number. An open hash
 * table with hashes and numbers beside the values: no entry objects, and a foreign value is told by its hash alone.
 */
final class ValueTable {
    private static final int VALUES_FIELD = 4;
    private static final int STRING = 1;
    private static final int DOUBLE = 3;
    private static final int UNSIGNED = 5;
    private static final int SIGNED = 6;
    private static final int BOOLEAN = 7;

    private @Nullable Object[] slots = new @Nullable Object[512];
    private int[] hashes = new int[slots.length];
    private int[] numbers = new int[slots.length];
    private int count;
    private final ProtoBuffer encoded = new ProtoBuffer(4096);
    private final ProtoBuffer value = new ProtoBuffer(64);

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
        Object wanted = original instanceof Integer small ? Long.valueOf(small) : original;
        int hash = hash(wanted);
        int slot = slotOf(wanted, hash);
        if (slots[slot] != null) {
            return numbers[slot];
        }
        write(wanted);
        put(slot, wanted, hash, count);
        growWhenHalfFull();
        return count++;
    }

    private int slotOf(Object wanted, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (true) {
            Object found = slots[slot];
            if (found == null || (hashes[slot] == hash && isSame(found, wanted))) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /**
     * Small numbers and doubles differ in few bits; the golden ratio's bits bring them to the low end. The common types are
     * called by name here and in {@link #isSame}, which spares a virtual call per value (a tenth of a tile's time).
     */
    private static int hash(Object value) {
        int hash = switch (value) {
            case String text -> text.hashCode();
            case Long number -> number.hashCode();
            default -> value.hashCode();
        };
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private static boolean isSame(Object held, Object wanted) {
        if (wanted instanceof String text) {
            return text.equals(held);
        }
        return wanted instanceof Long number ? number.equals(held) : wanted.equals(held);
    }

    private void put(int slot, Object value, int hash, int number) {
        slots[slot] = value;
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    private void growWhenHalfFull() {
        if (2 * count < slots.length) {
            return;
        }
        @Nullable Object[] oldSlots = slots;
        int[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        slots = new @Nullable Object[2 * oldSlots.length];
        hashes = new int[slots.length];
        numbers = new int[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            Object held = oldSlots[i];
            if (held != null) {
                put(slotOf(held, oldHashes[i]), held, oldHashes[i], oldNumbers[i]);
            }
        }
    }

    private void write(Object wanted) {
        value.clear();
        switch (wanted) {
            case String text -> value.textField(STRING, text);
            case Long number -> writeNumber(number);
            case Double number -> value.doubleField(DOUBLE, number);
            case Boolean flag -> value.varintField(BOOLEAN, flag ? 1 : 0);
            default -> throw new IllegalArgumentException("no tile value for " + wanted.getClass());
        }
        encoded.field(VALUES_FIELD, value);
    }

    private void writeNumber(long number) {
        if (number >= 0) {
            value.varintField(UNSIGNED, number);
        } else {
            value.varintField(SIGNED, (number << 1) ^ (number >> 63));
        }
    }
}
