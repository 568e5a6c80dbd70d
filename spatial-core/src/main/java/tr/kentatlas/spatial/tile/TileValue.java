package tr.kentatlas.spatial.tile;

/** One attribute value as an MVT Value message (MVT 4.1). */
final class TileValue {
    private static final int STRING = 1;
    private static final int DOUBLE = 3;
    private static final int UNSIGNED = 5;
    private static final int SIGNED = 6;
    private static final int BOOLEAN = 7;

    private TileValue() {}

    /** @throws IllegalArgumentException unless it is a String, Long, Integer, Double or Boolean */
    static void write(Object value, ProtoBuffer out) {
        switch (value) {
            case String text -> out.textField(STRING, text);
            case Long number -> writeNumber(number, out);
            case Integer number -> writeNumber(number, out);
            case Double number -> out.doubleField(DOUBLE, number);
            case Boolean flag -> out.varintField(BOOLEAN, flag ? 1 : 0);
            default -> throw new IllegalArgumentException("no tile value for " + value.getClass());
        }
    }

    private static void writeNumber(long number, ProtoBuffer out) {
        if (number >= 0) {
            out.varintField(UNSIGNED, number);
        } else {
            out.varintField(SIGNED, (number << 1) ^ (number >> 63));
        }
    }
}
