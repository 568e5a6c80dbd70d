package tr.kentatlas.spatial.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with the few protobuf wire forms a tile needs: varints, zigzag, length-delimited fields. */
final class ProtoBuffer {
    private static final int LONGEST_VARINT = 10;
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;

    private byte[] bytes;
    private int size;

    ProtoBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** The bytes themselves, of which the first {@link #size} count; good until the next write. */
    byte[] array() {
        return bytes;
    }

    boolean matches(int start, byte[] other, int from, int length) {
        return Arrays.equals(bytes, start, start + length, other, from, from + length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes {@code value} as an unsigned 32-bit number. */
    void varint(int value) {
        reserve(LONGEST_VARINT);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes {@code value} as an unsigned 64-bit number. */
    void varlong(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void zigzag(int value) {
        varint((value << 1) ^ (value >> 31));
    }

    void varintField(int field, long value) {
        varint(field << 3 | VARINT);
        varlong(value);
    }

    void doubleField(int field, double value) {
        varint(field << 3 | FIXED64);
        reserve(Long.BYTES);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void textField(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        lengthField(field, utf8.length);
        bytes(utf8, 0, utf8.length);
    }

    /** Writes another buffer's content as a length-delimited field. */
    void field(int field, ProtoBuffer content) {
        lengthField(field, content.size);
        append(content);
    }

    /** Opens a length-delimited field; its {@code length} bytes must follow. */
    void lengthField(int field, int length) {
        varint(field << 3 | LENGTH_DELIMITED);
        varint(length);
    }

    void append(ProtoBuffer other) {
        bytes(other.bytes, 0, other.size);
    }

    void bytes(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** How many bytes {@link #varlong} takes for a value. */
    static int varintSize(long value) {
        return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
    }

    /** How many bytes a length-delimited field (number below 16) of this length takes. */
    static int fieldSize(int length) {
        return 1 + varintSize(length) + length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
