package tr.kentatlas.spatial.tile;

/** Reads unsigned 32-bit varints, and what lies between them, from bytes this package wrote. */
final class VarintReader {
    private final byte[] bytes;
    private int position;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasNext() {
        return position < bytes.length;
    }

    int position() {
        return position;
    }

    void skip(int length) {
        position += length;
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
}
