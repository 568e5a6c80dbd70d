package tr.kentatlas.spatial.store.filter;

import java.time.LocalDate;
import java.util.List;
import tr.kentatlas.spatial.feature.cql2.ComparisonOperator;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Comparisons of single values as SQL (OGC 21-065r2 §7.1 and §7.2), refused where the kinds differ. */
record ComparisonSql(ScalarSql scalars) {
    SqlFragment compare(ComparisonOperator operator, Scalar left, Scalar right) {
        ValueKind leftKind = scalars.kind(left);
        ValueKind rightKind = scalars.kind(right);
        if (leftKind == ValueKind.INSTANT && right instanceof Cql2.DateLiteral day) {
            return compareToDay(operator, left, day.value());
        }
        if (rightKind == ValueKind.INSTANT && left instanceof Cql2.DateLiteral day) {
            return compareToDay(operator.mirrored(), right, day.value());
        }
        ValueKind kind = rightKind == ValueKind.UUID ? ValueKind.UUID : leftKind;
        requireOrder(operator, kind, left);
        SqlFragment leftSql = scalars.sql(left, kind, right);
        return leftSql.join(" " + operator.symbol() + " ", scalars.sql(right, kind, left))
                .enclosed();
    }

    private static void requireOrder(ComparisonOperator operator, ValueKind kind, Scalar near) {
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (!equality && !kind.hasOrder()) {
            throw new FilterTypeException(near, Phrase.NO_ORDER, operator.symbol(), kind.phrase());
        }
    }

    /** A time compared with a day: the day is the city's, from midnight to midnight. */
    private SqlFragment compareToDay(ComparisonOperator operator, Scalar instant, LocalDate day) {
        return switch (operator) {
            case EQUAL ->
                SqlFragment.and(List.of(
                        compareToMidnight(">=", instant, day), compareToMidnight("<", instant, day.plusDays(1))));
            case NOT_EQUAL ->
                compareToDay(ComparisonOperator.EQUAL, instant, day).negated();
            case LESS -> compareToMidnight("<", instant, day);
            case LESS_OR_EQUAL -> compareToMidnight("<", instant, day.plusDays(1));
            case GREATER -> compareToMidnight(">=", instant, day.plusDays(1));
            case GREATER_OR_EQUAL -> compareToMidnight(">=", instant, day);
        };
    }

    private SqlFragment compareToMidnight(String symbol, Scalar instant, LocalDate day) {
        return scalars.sql(instant)
                .join(" " + symbol + " ", SqlFragment.of("?::timestamptz", CityTime.begin(day)))
                .enclosed();
    }

    SqlFragment between(Cql2.Between node) {
        return SqlFragment.and(List.of(
                compare(ComparisonOperator.GREATER_OR_EQUAL, node.value(), node.low()),
                compare(ComparisonOperator.LESS_OR_EQUAL, node.value(), node.high())));
    }

    /** Literals go as one array: the statement stays the same however many there are. */
    SqlFragment in(Cql2.In node) {
        ValueKind kind = scalars.kind(node.value());
        SqlFragment value = scalars.sql(node.value(), kind);
        List<SqlFragment> candidates = node.candidates().stream()
                .map(c -> scalars.sql(c, kind, node.value()))
                .toList();
        if (candidates.stream().allMatch(ComparisonSql::isBareLiteral)) {
            String[] literals =
                    candidates.stream().map(c -> c.args().getFirst().toString()).toArray(String[]::new);
            return value.join(" = ANY(", SqlFragment.of("?::" + kind.sqlType() + "[]", (Object) literals))
                    .between("(", "))");
        }
        return value.join(" IN (", SqlFragment.join(", ", candidates)).between("(", "))");
    }

    private static boolean isBareLiteral(SqlFragment sql) {
        return sql.sql().startsWith("?::");
    }

    SqlFragment like(Cql2.Like node) {
        requireCompleteEscapes(node.pattern());
        SqlFragment value = scalars.sql(node.value(), ValueKind.TEXT);
        return value.join(" LIKE ", scalars.sql(node.pattern(), ValueKind.TEXT)).between("(", " ESCAPE '\\')");
    }

    private static void requireCompleteEscapes(Scalar pattern) {
        switch (pattern) {
            case Cql2.CaseInsensitive folded -> requireCompleteEscapes(folded.text());
            case Cql2.AccentInsensitive folded -> requireCompleteEscapes(folded.text());
            case Cql2.TextLiteral literal -> {
                if (trailingBackslashes(literal.value()) % 2 == 1) {
                    throw new FilterTypeException(literal, Phrase.LONE_BACKSLASH);
                }
            }
            default -> throw new FilterTypeException(pattern, Phrase.EXPECTED, Phrase.PATTERN);
        }
    }

    private static int trailingBackslashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return text.length() - end;
    }
}
