package tr.kentatlas.spatial.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One word of a written address.
 *
 * @param folded as words are compared: small plain letters and digits
 * @param afterBreak whether a comma, bracket or dash stands before it
 */
record Token(String text, String folded, boolean afterBreak) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}([a-z]{1,2}|[/-](\\d{1,5}[a-z]{0,2}|[a-z]{1,2})?)?");
    private static final Pattern JOINT = Pattern.compile("[/-]([0-9a-z]{1,5})?");

    static Token of(String text, boolean afterBreak) {
        return new Token(text, fold(text), afterBreak);
    }

    /** Without the signs around it: "(No.:" is no. */
    private static String fold(String text) {
        String key = AddressKey.of(text).replaceAll("[^a-z0-9/-]", "");
        return key.isEmpty() ? AddressKey.of(text) : key;
    }

    Optional<AddressWord> word() {
        return AddressWord.find(folded);
    }

    /** Begins like a door number: "12", "12A", "12/", "12/1". */
    boolean isNumber() {
        return NUMBER.matcher(folded).matches();
    }

    /** Continues a door number: "/", "/1", "-14". */
    boolean isJoint() {
        return JOINT.matcher(folded).matches();
    }

    boolean isLetters() {
        return folded.length() <= 2 && folded.chars().allMatch(Character::isLetter);
    }

    boolean isPostCode() {
        return folded.matches("(0[1-9]|[1-7]\\d|8[01])\\d{3}");
    }

    /** The number or name without the full stop of "3." or "1203.". */
    String bare() {
        return text.endsWith(".") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
    }
}
