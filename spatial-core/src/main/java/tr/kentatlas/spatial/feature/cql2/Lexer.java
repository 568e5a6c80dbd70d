package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.spatial.feature.cql2.Token.Kind;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Cuts CQL2 text into its words in one pass. */
final class Lexer {
    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> read(String text) {
        int bad = Literals.firstUnstorable(text);
        if (bad >= 0) {
            throw new Cql2SyntaxException(new Place.Position(bad + 1), Phrase.CHARACTER_UNSTORABLE);
        }
        return new Lexer(text).tokens();
    }

    private List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            tokens.add(token());
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Token token() {
        int c = text.codePointAt(at);
        if (c == '\'') {
            return quoted(Kind.TEXT, '\'');
        }
        if (c == '"') {
            return quoted(Kind.QUOTED_NAME, '"');
        }
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return number();
        }
        return Words.startsName(c) ? name() : symbol();
    }

    /** The quote inside is doubled; in a text a backslash before it does the same. */
    private Token quoted(Kind kind, char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean quoteFollows = at < text.length() && text.charAt(at) == quote;
            if (quoteFollows && (c == quote || (c == '\\' && kind == Kind.TEXT))) {
                at++;
                content.append(quote);
            } else if (c == quote) {
                return finished(kind, content, start);
            } else {
                content.append(c);
            }
        }
        throw error(start, Phrase.QUOTE_OPEN);
    }

    private Token finished(Kind kind, StringBuilder content, int start) {
        if (kind == Kind.QUOTED_NAME && content.isEmpty()) {
            throw error(start, Phrase.EXPECTED, Phrase.QUOTED_NAME);
        }
        return new Token(kind, content.toString(), start + 1);
    }

    private Token number() {
        int start = at;
        skipDigits();
        if (isAt(at, '.')) {
            at++;
            skipDigits();
        }
        skipExponent();
        if (at < text.length() && Words.continuesName(text.codePointAt(at))) {
            throw error(start, Phrase.EXPECTED_FOUND, Phrase.NUMBER, Literals.shortened(text.substring(start, at + 1)));
        }
        return new Token(Kind.NUMBER, text.substring(start, at), start + 1);
    }

    private void skipExponent() {
        if (isAt(at, 'e') || isAt(at, 'E')) {
            int sign = isAt(at + 1, '+') || isAt(at + 1, '-') ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                skipDigits();
            }
        }
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private Token name() {
        int start = at;
        while (at < text.length() && Words.continuesName(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return new Token(Kind.NAME, text.substring(start, at), start + 1);
    }

    private Token symbol() {
        int start = at;
        String two = text.substring(at, Math.min(at + 2, text.length()));
        if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
            at += 2;
            return new Token(Kind.SYMBOL, two, start + 1);
        }
        int c = text.codePointAt(at);
        if ("()=<>+-*/%^,".indexOf(c) < 0) {
            throw error(start, Phrase.CHARACTER_MEANINGLESS, Character.toString(c));
        }
        at++;
        return new Token(Kind.SYMBOL, Character.toString(c), start + 1);
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isAt(int index, char c) {
        return index < text.length() && text.charAt(index) == c;
    }

    private static Cql2SyntaxException error(int index, Phrase phrase, Object... values) {
        return new Cql2SyntaxException(new Place.Position(index + 1), phrase, values);
    }
}
