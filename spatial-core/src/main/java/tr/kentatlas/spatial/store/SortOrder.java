package tr.kentatlas.spatial.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.FeatureQuery.Direction;
import tr.kentatlas.spatial.feature.FeatureQuery.SortKey;
import tr.kentatlas.spatial.feature.Page.Position;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.store.filter.ColumnType;
import tr.kentatlas.spatial.store.filter.PropertyColumns;
import tr.kentatlas.spatial.store.filter.UnknownPropertyException;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** ORDER BY and the matching keyset condition: absent values last, the feature's own place deciding among equals. */
final class SortOrder {
    private final List<Key> keys;

    SortOrder(VisibleType type, List<SortKey> sort) {
        keys = sort.stream().map(key -> key(type, key)).toList();
    }

    /** The sort values of a row as text, to be selected behind it; named apart from the columns themselves. */
    String selected() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> ", " + keys.get(i).column + "::text AS sort_" + i)
                .collect(Collectors.joining());
    }

    String orderBy() {
        StringBuilder sql = new StringBuilder(" ORDER BY ");
        keys.forEach(key -> sql.append(key.ordered())
                .append(key.direction == Direction.ASCENDING ? " ASC" : " DESC")
                .append(" NULLS LAST, "));
        return sql.append("sira").toString();
    }

    /** Rows that come after a position. */
    SqlFragment after(Position position) {
        if (position.sortValues().size() != keys.size())
            throw new IllegalArgumentException("the cursor belongs to another sort");
        List<SqlFragment> later = new ArrayList<>();
        List<SqlFragment> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String value = position.sortValues().get(i).text();
            later.add(and(equal, keys.get(i).after(value)));
            equal.add(keys.get(i).equal(value));
        }
        later.add(and(equal, SqlFragment.of("sira > ?", position.ordinal())));
        return later.size() == 1 ? later.get(0) : SqlFragment.or(later);
    }

    private static SqlFragment and(List<SqlFragment> equal, SqlFragment last) {
        List<SqlFragment> all = new ArrayList<>(equal);
        all.add(last);
        return SqlFragment.and(all);
    }

    private static Key key(VisibleType type, SortKey sort) {
        PropertyColumns.Column column = type.columns()
                .find(sort.property())
                .filter(c -> c.type() != ColumnType.GEOMETRY)
                .orElseThrow(() -> new UnknownPropertyException(new Cql2.Property(sort.property())));
        return new Key(column.sqlName(), column.type(), sort.direction());
    }

    /** One sort key as SQL; people's text sorts by Turkish rules. */
    private record Key(String column, ColumnType type, Direction direction) {
        String ordered() {
            return type == ColumnType.TEXT ? column + " COLLATE \"tr-x-icu\"" : column;
        }

        SqlFragment after(@Nullable String value) {
            if (value == null) return SqlFragment.of("FALSE");
            String operator = direction == Direction.ASCENDING ? " > " : " < ";
            return SqlFragment.of("(" + ordered() + operator + bound() + " OR " + column + " IS NULL)", value);
        }

        SqlFragment equal(@Nullable String value) {
            return value == null
                    ? SqlFragment.of(column + " IS NULL")
                    : SqlFragment.of(column + " = " + bound(), value);
        }

        private String bound() {
            return switch (type) {
                case TEXT -> "?";
                case INTEGER -> "?::integer";
                case LONG -> "?::bigint";
                case DECIMAL -> "?::double precision";
                case BOOLEAN -> "?::boolean";
                case DATE -> "?::date";
                case INSTANT -> "?::timestamptz";
                case UUID -> "?::uuid";
                case TEXT_ARRAY -> "?::text[]";
                case DATE_ARRAY -> "?::date[]";
                case UUID_ARRAY -> "?::uuid[]";
                case GEOMETRY -> throw new IllegalStateException("nothing sorts by geometry");
            };
        }
    }
}
