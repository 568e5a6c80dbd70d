package tr.kentatlas.spatial.store;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tr.kentatlas.spatial.model.Attribute;

/**
 * Leaves out of a properties object what was not asked for, without reading the values. It relies on {@link PropertiesJson}, which writes
 * every field, in order and without blanks, and on official names being ASCII, as the model demands.
 */
final class PropertiesCut {
    private static final int QUOTES_AND_COLON = 3;

    private final boolean[] isKept;
    private final int[] beforeValue;

    /**
     * @param all the fields of the objects, in order
     * @param kept those of them to leave in, in the same order
     */
    PropertiesCut(List<Attribute> all, List<Attribute> kept) {
        isKept = new boolean[all.size()];
        beforeValue = new int[all.size()];
        for (int i = 0, found = 0; i < isKept.length; i++) {
            isKept[i] = found < kept.size() && kept.get(found).equals(all.get(i));
            if (isKept[i]) found++;
            beforeValue[i] = all.get(i).name().length() + QUOTES_AND_COLON;
        }
    }

    /** The object with the kept fields only. */
    byte[] of(byte[] whole) {
        ByteArrayOutputStream cut = new ByteArrayOutputStream(whole.length);
        cut.write('{');
        int begin = 1;
        for (int i = 0; i < isKept.length; i++) {
            int end = endOfValue(whole, begin + beforeValue[i]);
            if (isKept[i]) {
                if (cut.size() > 1) cut.write(',');
                cut.write(whole, begin, end - begin);
            }
            begin = end + 1;
        }
        cut.write('}');
        return cut.toByteArray();
    }

    /** Where the comma or bracket after a value stands. */
    private static int endOfValue(byte[] json, int begin) {
        int depth = 0;
        for (int at = begin; ; at++) {
            switch (json[at]) {
                case '"' -> at = endOfText(json, at);
                case '{', '[' -> depth++;
                case ',' -> {
                    if (depth == 0) return at;
                }
                case '}', ']' -> {
                    if (depth-- == 0) return at;
                }
                default -> {}
            }
        }
    }

    /** Where the closing quotation mark stands (RFC 8259 §7). */
    private static int endOfText(byte[] json, int open) {
        int at = open + 1;
        while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
        return at;
    }
}
