package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;

/**
 * Writes a filter as CQL2 text in one fixed spelling: equal trees give equal texts, so a text can be a cache key, and
 * reading it gives the tree back. One exception: CQL2 text has no spelling for a text that ends in a backslash.
 */
public final class Cql2Writer {
    private Cql2Writer() {}

    public static String write(Predicate filter) {
        return text(filter);
    }

    /** A single value. */
    public static String writeValue(Scalar value) {
        return text(value);
    }

    private static String text(Cql2 node) {
        return switch (node) {
            case Predicate predicate -> predicate(predicate);
            case Scalar scalar -> scalar(scalar);
            case Cql2.Interval interval -> "INTERVAL(" + bound(interval.start()) + ", " + bound(interval.end()) + ")";
            case Cql2.ArrayLiteral array -> "(" + list(array.elements()) + ")";
            case Cql2.BboxLiteral box -> "BBOX" + WktWriter.numbers(box.numbers());
            case Cql2.GeometryLiteral literal -> WktWriter.write(literal.geometry());
            case Cql2.Unbounded unbounded -> "'..'";
        };
    }

    private static String predicate(Predicate predicate) {
        return switch (predicate) {
            case Cql2.And and -> joined(and.operands(), " AND ");
            case Cql2.Or or -> joined(or.operands(), " OR ");
            case Cql2.Not not -> "NOT (" + text(not.operand()) + ")";
            case Cql2.Comparison c -> text(c.left()) + " " + c.operator().symbol() + " " + text(c.right());
            case Cql2.Like like -> text(like.value()) + " LIKE " + text(like.pattern());
            case Cql2.Between b -> text(b.value()) + " BETWEEN " + text(b.low()) + " AND " + text(b.high());
            case Cql2.In in -> text(in.value()) + " IN (" + list(in.candidates()) + ")";
            case Cql2.IsNull isNull -> text(isNull.operand()) + " IS NULL";
            case Cql2.SpatialRelation r -> call(r.operator().function(), r.left(), r.right());
            case Cql2.TemporalRelation r -> call(r.operator().function(), r.left(), r.right());
            case Cql2.ArrayRelation r -> call(r.operator().function(), r.left(), r.right());
            case Cql2.Property property -> name(property.name());
            case Cql2.BooleanLiteral literal -> literal.value() ? "TRUE" : "FALSE";
        };
    }

    private static String scalar(Scalar scalar) {
        return switch (scalar) {
            case Cql2.TextLiteral literal -> quoted(literal.value());
            case Cql2.NumberLiteral literal -> literal.value().toPlainString();
            case Cql2.BooleanLiteral literal -> literal.value() ? "TRUE" : "FALSE";
            case Cql2.DateLiteral literal -> "DATE('" + literal.value() + "')";
            case Cql2.TimestampLiteral literal -> "TIMESTAMP('" + literal.value() + "')";
            case Cql2.CaseInsensitive folded -> "CASEI(" + text(folded.text()) + ")";
            case Cql2.AccentInsensitive folded -> "ACCENTI(" + text(folded.text()) + ")";
            case Cql2.Arithmetic a -> operand(a.left()) + " " + a.operator().symbol() + " " + operand(a.right());
            case Cql2.Property property -> name(property.name());
        };
    }

    private static String operand(Scalar scalar) {
        return scalar instanceof Cql2.Arithmetic ? "(" + text(scalar) + ")" : text(scalar);
    }

    private static String joined(List<Predicate> operands, String word) {
        return operands.stream()
                .map(o -> o instanceof Cql2.And || o instanceof Cql2.Or ? "(" + text(o) + ")" : text(o))
                .collect(Collectors.joining(word));
    }

    private static String bound(Cql2.Bound bound) {
        return switch (bound) {
            case Cql2.DateLiteral date -> "'" + date.value() + "'";
            case Cql2.TimestampLiteral timestamp -> "'" + timestamp.value() + "'";
            case Cql2.Unbounded unbounded -> "'..'";
            case Cql2.Property property -> name(property.name());
        };
    }

    private static String call(String function, Cql2 left, Cql2 right) {
        return function + "(" + text(left) + ", " + text(right) + ")";
    }

    private static String list(List<Scalar> scalars) {
        return scalars.stream().map(Cql2Writer::text).collect(Collectors.joining(", "));
    }

    /** After a backslash a doubled quote would be read as an escaped one and a closing one. */
    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean afterBackslash = i > 0 && value.charAt(i - 1) == '\\';
            out.append(c == '\'' ? (afterBackslash ? "\\'" : "''") : String.valueOf(c));
        }
        return out.append('\'').toString();
    }

    private static String name(String name) {
        return Words.isPlainName(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
