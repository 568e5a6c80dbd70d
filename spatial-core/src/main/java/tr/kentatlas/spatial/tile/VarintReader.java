package tr.kentatlas.spatial.tile;

/** Reads unsigned varints, and what lies between them, from bytes this package wrote; reused from run to run. */
final class VarintReader {
    private byte[] bytes = {};
    private int position;
    private int end;

    void open(byte[] run, int from, int to) {
        bytes = run;
        position = from;
        end = to;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean hasNext() {
        return position < end;
    }

    int position() {
        return position;
    }

    /** How many bytes are left. */
    int rest() {
        return end - position;
    }

    void to(int newPosition) {
        position = newPosition;
    }

    int next() {
        int value = bytes[position++];
        if (value >= 0) return value;
        value &= 0x7F;
        for (int shift = 7; ; shift += 7) {
            int part = bytes[position++];
            value |= (part & 0x7F) << shift;
            if (part >= 0) return value;
        }
    }

    long nextLong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = bytes[position++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) return value;
        }
    }

    /** A signed number as MVT 4.3.2 writes it. */
    int zigzag() {
        int value = next();
        return (value >>> 1) ^ -(value & 1);
    }
}
