package tr.kentatlas.spatial.feature.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tr.kentatlas.spatial.feature.cql2.Cql2.Bound;
import tr.kentatlas.spatial.feature.cql2.Cql2.NumberLiteral;
import tr.kentatlas.spatial.feature.cql2.Token.Kind;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Reads the values of CQL2 text: arithmetic, literals, functions, properties, and whatever stands in parentheses. */
final class ValueParser {
    private final Tokens tokens;
    private final Depth depth;
    private final Supplier<Node> expression;
    private final WktReader wkt;

    ValueParser(Tokens tokens, Depth depth, Supplier<Node> expression) {
        this.tokens = tokens;
        this.depth = depth;
        this.expression = expression;
        this.wkt = new WktReader(tokens);
    }

    Node sum() {
        Node left = product();
        while (tokens.peek().isSymbol("+") || tokens.peek().isSymbol("-")) {
            left = arithmetic(left, tokens.take(), this::product);
        }
        return left;
    }

    private Node product() {
        Node left = power();
        while (isProduct(tokens.peek())) {
            left = arithmetic(left, tokens.take(), this::power);
        }
        return left;
    }

    private static boolean isProduct(Token token) {
        return token.isSymbol("*") || token.isSymbol("/") || token.isSymbol("%") || token.isWord("DIV");
    }

    private Node power() {
        Node base = factor();
        return tokens.peek().isSymbol("^") ? arithmetic(base, tokens.take(), this::factor) : base;
    }

    private Node arithmetic(Node left, Token operator, Supplier<Node> right) {
        depth.countArithmetic(operator.place());
        var known = operator.isWord("DIV")
                ? ArithmeticOperator.INTEGER_DIVIDE
                : ArithmeticOperator.of(operator.text()).orElseThrow();
        return new Node(new Cql2.Arithmetic(known, left.number(), right.get().number()), left.place());
    }

    private Node factor() {
        Token sign = tokens.peek();
        if (!tokens.takeSymbol("-")) {
            return primary();
        }
        Node operand = depth.within(sign.place(), this::factor);
        if (operand.value() instanceof NumberLiteral literal) {
            return new Node(new NumberLiteral(literal.value().negate()), sign.place());
        }
        var minusOne = new NumberLiteral(BigDecimal.ONE.negate());
        return new Node(new Cql2.Arithmetic(ArithmeticOperator.TIMES, minusOne, operand.number()), sign.place());
    }

    private Node primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> node(Literals.number(tokens.take().text(), token.place()), token);
            case TEXT -> node(new Cql2.TextLiteral(tokens.take().text()), token);
            case QUOTED_NAME -> property(tokens.take());
            case NAME -> named(token);
            case SYMBOL, END -> enclosed(token);
        };
    }

    private Node named(Token token) {
        if (tokens.takeWord("TRUE")) {
            return node(new Cql2.BooleanLiteral(true), token);
        }
        if (tokens.takeWord("FALSE")) {
            return node(new Cql2.BooleanLiteral(false), token);
        }
        if (Words.isReserved(token.text())) {
            throw tokens.expected(Phrase.NAMED_OPERAND);
        }
        if (wkt.isNext()) {
            return node(new Cql2.GeometryLiteral(wkt.geometry()), token);
        }
        tokens.take();
        return tokens.peek().isSymbol("(") ? function(token) : property(token);
    }

    private Node function(Token name) {
        return switch (Words.capitals(name.text())) {
            case "DATE" -> node(Literals.date(quoted(Phrase.QUOTED_DATE), name.place()), name);
            case "TIMESTAMP" -> node(Literals.timestamp(quoted(Phrase.QUOTED_TIME), name.place()), name);
            case "INTERVAL" -> interval(name);
            case "BBOX" -> node(wkt.bbox(), name);
            default -> Functions.call(Words.capitals(name.text()), arguments(name), name.place());
        };
    }

    private String quoted(Phrase described) {
        tokens.expectSymbol("(");
        Token text = tokens.expect(Kind.TEXT, described);
        tokens.expectSymbol(")");
        return text.text();
    }

    private Node interval(Token name) {
        tokens.expectSymbol("(");
        Bound start = bound();
        tokens.expectSymbol(",");
        Bound end = bound();
        tokens.expectSymbol(")");
        return node(Literals.interval(start, end, name.place()), name);
    }

    private Bound bound() {
        Token token = tokens.peek();
        return token.kind() == Kind.TEXT
                ? Literals.bound(tokens.take().text(), token.place())
                : primary().bound();
    }

    private List<Node> arguments(Token name) {
        return depth.within(name.place(), () -> {
            List<Node> arguments = new ArrayList<>();
            tokens.expectSymbol("(");
            if (!tokens.peek().isSymbol(")")) {
                do {
                    arguments.add(expression.get());
                } while (tokens.takeSymbol(","));
            }
            tokens.expectSymbol(")");
            return arguments;
        });
    }

    /** A condition or value in parentheses; with a comma, or nothing inside, an array. */
    private Node enclosed(Token token) {
        if (!token.isSymbol("(")) {
            throw tokens.expected(Phrase.OPERAND);
        }
        List<Node> members = arguments(token);
        if (members.size() == 1) {
            return new Node(members.getFirst().value(), token.place(), true);
        }
        return node(new Cql2.ArrayLiteral(members.stream().map(Node::scalar).toList()), token);
    }

    private static Node property(Token name) {
        return node(new Cql2.Property(name.text(), name.place()), name);
    }

    private static Node node(Cql2 value, Token token) {
        return new Node(value, token.place());
    }
}
