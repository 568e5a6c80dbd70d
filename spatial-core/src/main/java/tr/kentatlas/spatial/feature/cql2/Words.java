package tr.kentatlas.spatial.feature.cql2;

import java.util.Set;

/** Which words CQL2 keeps for itself, and which may name a property without quotes. */
final class Words {
    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

    private Words() {}

    /** Capitals of a-z only: to Java "ın" in capitals is IN, but it is a name, not the operator. */
    static String capitals(String word) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return out.toString();
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(capitals(word));
    }

    static boolean isPlainName(String name) {
        return !name.isEmpty()
                && startsName(name.codePointAt(0))
                && name.codePoints().allMatch(Words::continuesName)
                && !isReserved(name);
    }

    static boolean startsName(int c) {
        return c == ':' || c == '_' || Character.isLetter(c);
    }

    static boolean continuesName(int c) {
        return startsName(c) || c == '.' || Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
