package tr.kentatlas.spatial.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Turkish text made comparable. Each method has a twin in the database ({@code kent.casei}, {@code kent.accenti},
 * {@code kent.search_key}) that gives the same text, whatever the database's own collation.
 */
public final class TurkishText {
    private static final char COMBINING_FIRST = '\u0300';
    private static final char COMBINING_LAST = '\u036f';

    private TurkishText() {}

    /** Small letters by Turkish rules: I becomes ı, İ becomes i (CASEI of OGC 21-065r2 §7.9). */
    public static String casefold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFC)
                .codePoints()
                .map(TurkishText::small)
                .forEach(out::appendCodePoint);
        // Software without Turkish rules makes "i̇" of İ: a dot on a letter that has one already.
        return out.toString().replace("i\u0307", "i");
    }

    /** Capital letters by Turkish rules: i becomes İ, ı becomes I, as the address registry writes its names. */
    public static String upper(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFC).codePoints().forEach(c -> out.appendCodePoint(capital(c)));
        return out.toString().replace("İ\u0307", "İ");
    }

    /** The letters without their accents, case kept (ACCENTI of OGC 21-065r2 §7.10). */
    public static String accentfold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFD)
                .codePoints()
                .filter(c -> c < COMBINING_FIRST || c > COMBINING_LAST)
                .forEach(c -> out.append(plain(c)));
        return Normalizer.normalize(out, Form.NFC);
    }

    /** The key under which a name is found however it is typed: IĞDIR, ığdır and igdir are the same. */
    public static String searchKey(String text) {
        return accentfold(casefold(text));
    }

    private static int small(int c) {
        return switch (c) {
            case 'I' -> 'ı';
            case 'İ' -> 'i';
            case 'ς' -> 'σ'; // one letter in two places of a word
            default -> Character.toLowerCase(c);
        };
    }

    private static int capital(int c) {
        return switch (c) {
            case 'i' -> 'İ';
            case 'ı' -> 'I';
            default -> Character.toUpperCase(c);
        };
    }

    /** Letters that Unicode does not take apart into a plain letter and an accent. */
    private static String plain(int c) {
        return switch (c) {
            case 'ı' -> "i";
            case 'ĳ' -> "ij";
            case 'Æ' -> "AE";
            case 'æ' -> "ae";
            case 'Œ' -> "OE";
            case 'œ' -> "oe";
            case 'Ĳ' -> "IJ";
            case 'ß' -> "ss";
            case 'ẞ' -> "SS";
            case 'Þ' -> "TH";
            case 'þ' -> "th";
            case 'ŉ' -> "'n";
            case 'Ø' -> "O";
            case 'ø' -> "o";
            case 'Đ', 'Ð' -> "D";
            case 'đ', 'ð' -> "d";
            case 'Ħ' -> "H";
            case 'ħ' -> "h";
            case 'ĸ' -> "k";
            case 'Ł', 'Ŀ' -> "L";
            case 'ł', 'ŀ' -> "l";
            case 'Ŋ' -> "N";
            case 'ŋ' -> "n";
            case 'Ŧ' -> "T";
            case 'ŧ' -> "t";
            case 'ſ' -> "s";
            case 'Ə' -> "E";
            case 'ə' -> "e";
            default -> Character.toString(c);
        };
    }
}
