package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import tr.kentatlas.spatial.feature.cql2.Token.Kind;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** The words of a filter and how far the reader has come. */
final class Tokens {
    private final List<Token> tokens;
    private int next;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    /** The word {@code ahead} places after the next one; the end has no end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean takeSymbol(String symbol) {
        return takeIf(peek().isSymbol(symbol));
    }

    boolean takeWord(String word) {
        return takeIf(peek().isWord(word));
    }

    private boolean takeIf(boolean wanted) {
        if (wanted) {
            next++;
        }
        return wanted;
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw expected(symbol);
        }
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw expected(word);
        }
    }

    Token expect(Kind kind, Phrase described) {
        if (peek().kind() != kind) {
            throw expected(described);
        }
        return take();
    }

    /** A number with an optional sign, as geometries write them. */
    double expectCoordinate() {
        String sign = takeSymbol("-") ? "-" : "";
        if (sign.isEmpty()) {
            takeSymbol("+");
        }
        Token number = expect(Kind.NUMBER, Phrase.COORDINATE);
        double value = Double.parseDouble(sign + number.text());
        if (!Double.isFinite(value)) {
            throw new Cql2SyntaxException(number.place(), Phrase.COORDINATE_TOO_LARGE);
        }
        return value;
    }

    /** What was wanted is a phrase, or a word of the filter as it is. */
    Cql2SyntaxException expected(Object wanted) {
        return new Cql2SyntaxException(peek().place(), Phrase.EXPECTED_FOUND, wanted, peek().described());
    }
}
