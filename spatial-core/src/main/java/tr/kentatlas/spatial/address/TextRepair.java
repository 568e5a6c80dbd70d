package tr.kentatlas.spatial.address;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Repairs Turkish text that was read in the wrong encoding, and only where the damage shows its own signature. */
public final class TextRepair {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** The letters in which windows-1254 and windows-1252 differ; none of the right-hand ones is in a Turkish word. */
    private static final String TAKEN_FOR = "ÝýÞþÐð";

    private static final String MEANT = "İıŞşĞğ";
    /** What UTF-8's two bytes of a Turkish letter look like one by one. */
    private static final Pattern BYTES_OF_UTF8 = Pattern.compile(
            "[\\u00c3\\u00c4\\u00c5][\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017e\\u2013-\\u203a]");

    private TextRepair() {}

    /** The text as it was meant; the same text where nothing shows that it was misread. */
    public static String repair(String text) {
        String whole = BYTES_OF_UTF8.matcher(text).find() ? fromUtf8(text) : text;
        return fromTurkish(whole);
    }

    private static String fromTurkish(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int letter = TAKEN_FOR.indexOf(out.charAt(i));
            if (letter >= 0) {
                out.setCharAt(i, MEANT.charAt(letter));
            }
        }
        return out.toString();
    }

    /** All or nothing: a text whose bytes are no UTF-8 was not misread this way. */
    private static String fromUtf8(String text) {
        try {
            ByteBuffer bytes = WESTERN.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
