package tr.kentatlas.spatial.store.filter;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.UUID;
import tr.kentatlas.spatial.feature.cql2.ArithmeticOperator;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Single values of a filter as SQL. Each placeholder carries its type, so that no driver has to guess. */
public final class ScalarSql {
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Columns columns;

    /** Of a type whose properties are in these columns. */
    public ScalarSql(PropertyColumns known) {
        this(new Columns(known));
    }

    ScalarSql(Columns columns) {
        this.columns = columns;
    }

    /** What a value is; a list or a geometry is none. */
    public ValueKind kind(Scalar scalar) {
        return switch (scalar) {
            case Cql2.TextLiteral literal -> ValueKind.TEXT;
            case Cql2.CaseInsensitive folded -> ValueKind.TEXT;
            case Cql2.AccentInsensitive folded -> ValueKind.TEXT;
            case Cql2.NumberLiteral literal -> ValueKind.NUMBER;
            case Cql2.Arithmetic arithmetic -> ValueKind.NUMBER;
            case Cql2.BooleanLiteral literal -> ValueKind.BOOLEAN;
            case Cql2.DateLiteral literal -> ValueKind.DATE;
            case Cql2.TimestampLiteral literal -> ValueKind.INSTANT;
            case Cql2.Property property -> scalarKind(property);
        };
    }

    private ValueKind scalarKind(Cql2.Property property) {
        ValueKind kind = columns.kind(property);
        if (!kind.isScalar()) {
            throw FilterTypeException.held(Phrase.SINGLE_VALUE, property, kind);
        }
        return kind;
    }

    public SqlFragment sql(Scalar scalar) {
        return switch (scalar) {
            case Cql2.TextLiteral literal -> SqlFragment.of("?::text", literal.value());
            case Cql2.CaseInsensitive folded -> folded(folded);
            case Cql2.AccentInsensitive folded -> folded(folded);
            case Cql2.NumberLiteral literal -> number(literal.value());
            case Cql2.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Cql2.BooleanLiteral literal -> SqlFragment.of("?::boolean", literal.value());
            case Cql2.DateLiteral literal -> SqlFragment.of("?::date", literal.value());
            case Cql2.TimestampLiteral literal ->
                SqlFragment.of("?::timestamptz", literal.value().atOffset(ZoneOffset.UTC));
            case Cql2.Property property -> columns.sql(property);
        };
    }

    /**
     * The value, if it is what is wanted.
     *
     * @throws FilterTypeException where it is something else
     */
    public SqlFragment sql(Scalar scalar, ValueKind wanted) {
        return sql(scalar, wanted, scalar);
    }

    /**
     * As {@link #sql}, but a text may stand for an identifier, which has no literal of its own.
     *
     * @param beside what it is held against, whose place tells where a fault is: a literal does not know its own
     */
    SqlFragment sql(Scalar scalar, ValueKind wanted, Scalar beside) {
        if (wanted == ValueKind.UUID && scalar instanceof Cql2.TextLiteral literal) {
            return SqlFragment.of("?::uuid", uuid(literal));
        }
        ValueKind kind = kind(scalar);
        if (kind != wanted) {
            throw mismatch(scalar, kind, wanted, beside);
        }
        return sql(scalar);
    }

    static UUID uuid(Cql2.TextLiteral literal) {
        try {
            return UUID.fromString(literal.value());
        } catch (IllegalArgumentException e) {
            throw new FilterTypeException(literal, Phrase.EXPECTED, Phrase.SOME_IDENTIFIER);
        }
    }

    private static FilterTypeException mismatch(Scalar scalar, ValueKind kind, ValueKind wanted, Scalar beside) {
        if (scalar instanceof Cql2.Property property) return FilterTypeException.held(wanted.phrase(), property, kind);
        return new FilterTypeException(beside, Phrase.EXPECTED_HELD, wanted.phrase(), Phrase.THE_VALUE, kind.phrase());
    }

    /** A whole number is bound as one, so that the index of an integer column can be used. */
    private static SqlFragment number(BigDecimal value) {
        boolean whole = value.scale() <= 0 && value.compareTo(LEAST_LONG) >= 0 && value.compareTo(GREATEST_LONG) <= 0;
        return whole ? SqlFragment.of("?::bigint", value.longValueExact()) : SqlFragment.of("?::numeric", value);
    }

    private SqlFragment arithmetic(Cql2.Arithmetic node) {
        SqlFragment left = operand(node.left());
        SqlFragment right = operand(node.right());
        return switch (node.operator()) {
            case PLUS, MINUS, TIMES ->
                left.join(" " + node.operator().symbol() + " ", right).enclosed();
            case DIVIDE, MODULO -> dividing(left, node.operator(), right);
            case INTEGER_DIVIDE -> left.join(", NULLIF(", right).between("div(", ", 0))");
            // NULL where there is no real number, instead of an error for the whole answer.
            case POWER -> left.join(", ", right).between("kent.power(", ")");
        };
    }

    /** By zero: unknown, not an error for the whole answer. */
    private static SqlFragment dividing(SqlFragment left, ArithmeticOperator operator, SqlFragment right) {
        return left.join(" " + operator.symbol() + " NULLIF(", right).between("(", ", 0))");
    }

    /** Exact decimal arithmetic: no integer division by surprise, no overflow of 32 bits. */
    private SqlFragment operand(Scalar scalar) {
        return switch (scalar) {
            case Cql2.NumberLiteral literal -> SqlFragment.of("?::numeric", literal.value());
            case Cql2.Arithmetic nested -> sql(nested);
            default -> sql(scalar, ValueKind.NUMBER).between("", "::numeric");
        };
    }

    /** Case first, then accents, however they are nested: the other way round I and ı would end as different letters. */
    private SqlFragment folded(Scalar scalar) {
        boolean ignoresCase = false;
        boolean ignoresAccents = false;
        Scalar inner = scalar;
        while (true) {
            switch (inner) {
                case Cql2.CaseInsensitive node -> {
                    ignoresCase = true;
                    inner = node.text();
                }
                case Cql2.AccentInsensitive node -> {
                    ignoresAccents = true;
                    inner = node.text();
                }
                default -> {
                    String function =
                            !ignoresAccents ? "kent.casei(" : ignoresCase ? "kent.search_key(" : "kent.accenti(";
                    return sql(inner, ValueKind.TEXT).between(function, ")");
                }
            }
        }
    }
}
