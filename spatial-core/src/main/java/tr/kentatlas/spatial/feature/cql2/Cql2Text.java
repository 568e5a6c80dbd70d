package tr.kentatlas.spatial.feature.cql2;

import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Reads CQL2 text (OGC 21-065r2 §8.2). */
public final class Cql2Text {
    /** Longest filter, in UTF-16 characters. */
    public static final int LONGEST = 100_000;

    private Cql2Text() {}

    /**
     * Reads a whole filter.
     *
     * @throws Cql2SyntaxException with the 1-based position of the first fault
     */
    public static Predicate parse(String text) {
        return parser(text).filter();
    }

    /**
     * Reads a single value: a property, a literal, arithmetic or a function.
     *
     * @throws Cql2SyntaxException with the 1-based position of the first fault
     */
    public static Scalar parseValue(String text) {
        return parser(text).value();
    }

    private static TextParser parser(String text) {
        if (text.length() > LONGEST) {
            throw new Cql2SyntaxException(new Place.Position(LONGEST + 1), Phrase.TOO_LONG, LONGEST, text.length());
        }
        return new TextParser(new Tokens(Lexer.read(text)));
    }
}
