package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/**
 * Recursive descent over the logical and comparing part of CQL2 text, one word ahead and never back: conditions and
 * values are read by the same rules and told apart afterwards, so the time is linear in the text.
 */
final class TextParser {
    private static final Optional<ComparisonOperator> NO_COMPARISON = Optional.empty();

    private final Tokens tokens;
    private final Depth depth = new Depth();
    private final ValueParser values;

    TextParser(Tokens tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens, depth, this::expression);
    }

    Predicate filter() {
        return whole(Phrase.JOIN_OR_END).predicate();
    }

    Scalar value() {
        return whole(Phrase.OPERATOR_OR_END).scalar();
    }

    private Node whole(Phrase expectedAfter) {
        Node node = expression();
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.expected(expectedAfter);
        }
        return node;
    }

    private Node expression() {
        return chain("OR", this::conjunction, Cql2.Or::new);
    }

    private Node conjunction() {
        return chain("AND", this::negation, Cql2.And::new);
    }

    private Node chain(String word, Supplier<Node> operand, Function<List<Predicate>, Predicate> join) {
        Node first = operand.get();
        if (!tokens.peek().isWord(word)) {
            return first;
        }
        List<Predicate> operands = new ArrayList<>(List.of(first.predicate()));
        while (tokens.takeWord(word)) {
            operands.add(operand.get().predicate());
        }
        return new Node(join.apply(operands), first.place());
    }

    private Node negation() {
        Token token = tokens.peek();
        if (!tokens.takeWord("NOT")) {
            return condition();
        }
        Node operand = depth.within(token.place(), this::negation);
        return new Node(new Cql2.Not(operand.predicate()), token.place());
    }

    private Node condition() {
        Node left = values.sum();
        Token token = tokens.peek();
        var comparison = token.kind() == Token.Kind.SYMBOL ? ComparisonOperator.of(token.text()) : NO_COMPARISON;
        if (comparison.isPresent()) {
            tokens.take();
            Scalar value = left.scalar();
            return at(
                    left,
                    new Cql2.Comparison(comparison.get(), value, values.sum().scalar()));
        }
        if (tokens.takeWord("IS")) {
            return at(left, nullTest(left));
        }
        boolean negated = tokens.takeWord("NOT");
        Predicate test = test(left, negated);
        return test == null ? left : at(left, negated ? new Cql2.Not(test) : test);
    }

    private @Nullable Predicate test(Node left, boolean required) {
        if (tokens.takeWord("LIKE")) {
            return new Cql2.Like(left.text(), values.sum().pattern());
        }
        if (tokens.takeWord("BETWEEN")) {
            return between(left.scalar());
        }
        if (tokens.takeWord("IN")) {
            return new Cql2.In(left.scalar(), candidates());
        }
        if (required) {
            throw tokens.expected(Phrase.TEST);
        }
        return null;
    }

    private Predicate nullTest(Node operand) {
        boolean negated = tokens.takeWord("NOT");
        tokens.expectWord("NULL");
        Predicate test = new Cql2.IsNull(operand.nullable());
        return negated ? new Cql2.Not(test) : test;
    }

    private Predicate between(Scalar value) {
        Scalar low = values.sum().scalar();
        tokens.expectWord("AND");
        return new Cql2.Between(value, low, values.sum().scalar());
    }

    private List<Scalar> candidates() {
        List<Scalar> candidates = new ArrayList<>();
        tokens.expectSymbol("(");
        do {
            candidates.add(values.sum().scalar());
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(")");
        return candidates;
    }

    private static Node at(Node left, Cql2 value) {
        return new Node(value, left.place());
    }
}
