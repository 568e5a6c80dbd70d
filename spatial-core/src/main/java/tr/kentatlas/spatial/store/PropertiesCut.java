package tr.kentatlas.spatial.store;

import java.util.Arrays;
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
    /** From here on all is kept. */
    private final int tail;

    /**
     * @param all the fields of the objects, in order
     * @param kept those of them to leave in, in the same order
     */
    PropertiesCut(List<Attribute> all, List<Attribute> kept) {
        isKept = new boolean[all.size()];
        beforeValue = new int[all.size()];
        int lastCut = -1;
        for (int i = 0, found = 0; i < isKept.length; i++) {
            isKept[i] = found < kept.size() && kept.get(found).equals(all.get(i));
            if (isKept[i]) found++;
            else lastCut = i;
            beforeValue[i] = all.get(i).name().length() + QUOTES_AND_COLON;
        }
        tail = lastCut + 1;
    }

    /** The object with the kept fields only. */
    byte[] of(byte[] whole) {
        byte[] cut = new byte[whole.length];
        int size = 0;
        int begin = 1;
        for (int i = 0; i < tail; i++) {
            int end = endOfValue(whole, begin + beforeValue[i]);
            if (isKept[i]) size = add(whole, begin, end, cut, size);
            begin = end + 1;
        }
        int bracket = whole.length - 1;
        if (begin < bracket) size = add(whole, begin, bracket, cut, size);
        return closed(cut, size);
    }

    private static int add(byte[] whole, int begin, int end, byte[] cut, int size) {
        cut[size] = (byte) (size == 0 ? '{' : ',');
        System.arraycopy(whole, begin, cut, size + 1, end - begin);
        return size + 1 + end - begin;
    }

    private static byte[] closed(byte[] cut, int size) {
        int length = Math.max(1, size);
        cut[0] = '{';
        byte[] all = Arrays.copyOf(cut, length + 1);
        all[length] = '}';
        return all;
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
