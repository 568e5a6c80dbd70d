package tr.kentatlas.spatial.feature.cql2;

import java.util.function.Supplier;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/**
 * How deep a filter may nest, so that neither reading nor translating it can exhaust the stack; and how much it may compute, so that no number
 * leaves the 131,072 digits of PostgreSQL's numeric: each literal has 308 at most.
 */
final class Depth {
    static final int DEEPEST = 50;
    private static final int MOST_ARITHMETIC = 100;

    private int depth;
    private int arithmetic;

    <T> T within(Place place, Supplier<T> rule) {
        if (++depth > DEEPEST) {
            throw new Cql2SyntaxException(place, Phrase.TOO_DEEP, DEEPEST);
        }
        T result = rule.get();
        depth--;
        return result;
    }

    /** Each operator of {@code 1 + 1 + 1 …} makes the tree one level deeper, without a parenthesis. */
    void countArithmetic(Place place) {
        if (++arithmetic > MOST_ARITHMETIC) {
            throw new Cql2SyntaxException(place, Phrase.TOO_MUCH_ARITHMETIC, MOST_ARITHMETIC);
        }
    }
}
