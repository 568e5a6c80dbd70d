package tr.kentatlas.spatial.address;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of named road of the address registry. */
public enum StreetType {
    SQUARE(1, "Meydan", "Meydanı"),
    BOULEVARD(2, "Bulvar", "Bulvarı"),
    AVENUE(3, "Cadde", "Caddesi"),
    STREET(4, "Sokak", "Sokağı"),
    SCATTERED_HOUSES(5, "Küme Evler", "Küme Evleri");

    private final int code;
    private final String word;
    private final String wordAfterName;

    StreetType(int code, String word, String wordAfterName) {
        this.code = code;
        this.word = word;
        this.wordAfterName = wordAfterName;
    }

    /** The kind with this number in the registry; empty for a number we do not know, which is not a fault. */
    public static Optional<StreetType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** The registry's number for it. */
    public int code() {
        return code;
    }

    /** The road as people call it: "1203. Sokak" for a number, "Atatürk Caddesi" for a name. */
    public String title(String name) {
        boolean number = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
        return number ? name + ". " + word : name + " " + wordAfterName;
    }
}
