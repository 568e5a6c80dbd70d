package tr.kentatlas.spatial.address;

import java.util.List;

/** How many words a door number takes in a written address: "12", "12 / 1", "12 A", but not the D of "12 D 5". */
final class DoorWords {
    private DoorWords() {}

    static int end(List<Token> tokens, int from) {
        int end = from + 1;
        while (end < tokens.size() && goesOn(tokens, end) && isDoor(tokens, from, end + 1)) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean afterJoint = tokens.get(i - 1).folded().matches(".*[/-]");
        return !token.afterBreak() && (token.isJoint() || afterJoint || isSuffix(tokens, i));
    }

    /** A letter by itself, unless it is a word's abbreviation before a number or the name of a block. */
    private static boolean isSuffix(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean last = i + 1 == tokens.size();
        boolean counts = !last && tokens.get(i + 1).isNumber() && token.word().isPresent();
        boolean block = !last
                && tokens.get(i + 1).word().filter(w -> w == AddressWord.BLOCK).isPresent();
        return token.folded().length() == 1 && token.isLetters() && !counts && !block;
    }

    /** A joint alone may still be followed by its number. */
    private static boolean isDoor(List<Token> tokens, int from, int end) {
        String text = String.join(
                "", tokens.subList(from, end).stream().map(Token::folded).toList());
        return text.matches(".*[/-]")
                ? end < tokens.size()
                        && DoorNumber.parse(text + tokens.get(end).folded()).isPresent()
                : DoorNumber.parse(text).isPresent();
    }
}
