package tr.kentatlas.spatial.store.filter;

import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.ArrayValue;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Relations of arrays read as sets, as SQL that a GIN index answers (OGC 21-065r2 §7.6). */
record ArraySql(Columns columns, ScalarSql scalars) {
    SqlFragment relation(Cql2.ArrayRelation node) {
        ValueKind kind = Stream.of(node.left(), node.right())
                .map(this::kind)
                .filter(k -> k != ValueKind.TEXT_ARRAY)
                .findFirst()
                .orElse(ValueKind.TEXT_ARRAY);
        SqlFragment left = sql(node.left(), kind);
        SqlFragment right = sql(node.right(), kind);
        return switch (node.operator()) {
            case CONTAINS -> left.join(" @> ", right).enclosed();
            case CONTAINEDBY -> left.join(" <@ ", right).enclosed();
            case OVERLAPS -> left.join(" && ", right).enclosed();
            case EQUALS -> SqlFragment.and(List.of(left.join(" @> ", right), left.join(" <@ ", right)));
        };
    }

    private ValueKind kind(ArrayValue array) {
        return switch (array) {
            case Cql2.ArrayLiteral literal -> ValueKind.TEXT_ARRAY;
            case Cql2.Property property -> arrayKind(property);
        };
    }

    private ValueKind arrayKind(Cql2.Property property) {
        ValueKind kind = columns.kind(property);
        if (!kind.isList()) {
            throw FilterTypeException.held(Phrase.LIST, property, kind);
        }
        return kind;
    }

    private SqlFragment sql(ArrayValue array, ValueKind kind) {
        return switch (array) {
            case Cql2.ArrayLiteral literal -> literal(literal, kind);
            case Cql2.Property property -> columns.sql(property, kind);
        };
    }

    private SqlFragment literal(Cql2.ArrayLiteral literal, ValueKind kind) {
        List<SqlFragment> elements = literal.elements().stream()
                .map(e -> scalars.sql(e, kind.element()))
                .toList();
        return SqlFragment.join(", ", elements).between("ARRAY[", "]::" + kind.sqlType());
    }
}
