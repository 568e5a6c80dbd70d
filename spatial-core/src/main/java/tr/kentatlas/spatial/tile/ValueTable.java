package tr.kentatlas.spatial.tile;

import org.jspecify.annotations.Nullable;

/**
 * The distinct attribute values of a layer (MVT 4.1 and 4.4), each written once and known by its number. An open hash
 * table with the numbers beside the values: no entry objects, no boxed numbers.
 */
final class ValueTable {
    private static final int VALUES_FIELD = 4;
    private static final int STRING = 1;
    private static final int DOUBLE = 3;
    private static final int UNSIGNED = 5;
    private static final int SIGNED = 6;
    private static final int BOOLEAN = 7;

    private @Nullable Object[] slots = new @Nullable Object[512];
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
        int slot = slotOf(wanted);
        if (slots[slot] != null) {
            return numbers[slot];
        }
        write(wanted);
        slots[slot] = wanted;
        numbers[slot] = count;
        growWhenHalfFull();
        return count++;
    }

    private int slotOf(Object wanted) {
        int mask = slots.length - 1;
        int slot = spread(wanted.hashCode()) & mask;
        Object found = slots[slot];
        while (found != null && !found.equals(wanted)) {
            slot = (slot + 1) & mask;
            found = slots[slot];
        }
        return slot;
    }

    /** Small numbers and doubles differ in few bits; the golden ratio's bits bring them to the low end. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private void growWhenHalfFull() {
        if (2 * count < slots.length) {
            return;
        }
        @Nullable Object[] oldSlots = slots;
        int[] oldNumbers = numbers;
        slots = new @Nullable Object[2 * oldSlots.length];
        numbers = new int[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            Object held = oldSlots[i];
            if (held != null) {
                int slot = slotOf(held);
                slots[slot] = held;
                numbers[slot] = oldNumbers[i];
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
