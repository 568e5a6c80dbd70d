package tr.kentatlas.spatial.store.filter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.Bound;
import tr.kentatlas.spatial.feature.cql2.Cql2.Temporal;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * Temporal relations as SQL (OGC 21-065r2 §7.5). Everything is an interval with both ends inside: an instant starts and
 * ends at once, a day among times lasts from the city's midnight to the last microsecond before the next. An interval's
 * property without a value is an end that is open.
 */
record TemporalSql(Columns columns, ScalarSql scalars) {
    private static final String IN_THE_CITY = " AT TIME ZONE '" + CityTime.ZONE + "'";

    private record Span(SqlFragment start, SqlFragment end) {}

    private enum End {
        START,
        END
    }

    SqlFragment relation(Cql2.TemporalRelation node) {
        boolean days = isAllDays(node.left()) && isAllDays(node.right());
        Span a = span(node.left(), days);
        Span b = span(node.right(), days);
        return switch (node.operator()) {
            case AFTER -> test(a.start, ">", b.end);
            case BEFORE -> test(a.end, "<", b.start);
            case DISJOINT -> SqlFragment.or(List.of(test(a.end, "<", b.start), test(a.start, ">", b.end)));
            case INTERSECTS -> both(test(a.start, "<=", b.end), test(a.end, ">=", b.start));
            case EQUALS -> both(test(a.start, "=", b.start), test(a.end, "=", b.end));
            case CONTAINS -> both(test(a.start, "<", b.start), test(a.end, ">", b.end));
            case DURING -> both(test(a.start, ">", b.start), test(a.end, "<", b.end));
            case FINISHES -> both(test(a.start, ">", b.start), test(a.end, "=", b.end));
            case FINISHEDBY -> both(test(a.start, "<", b.start), test(a.end, "=", b.end));
            case STARTS -> both(test(a.start, "=", b.start), test(a.end, "<", b.end));
            case STARTEDBY -> both(test(a.start, "=", b.start), test(a.end, ">", b.end));
            case MEETS -> test(a.end, "=", b.start);
            case METBY -> test(a.start, "=", b.end);
            case OVERLAPS -> overlaps(a, b);
            case OVERLAPPEDBY -> overlaps(b, a);
        };
    }

    private static SqlFragment overlaps(Span a, Span b) {
        return SqlFragment.and(
                List.of(test(a.start, "<", b.start), test(a.end, ">", b.start), test(a.end, "<", b.end)));
    }

    private static SqlFragment both(SqlFragment first, SqlFragment second) {
        return SqlFragment.and(List.of(first, second));
    }

    private static SqlFragment test(SqlFragment left, String symbol, SqlFragment right) {
        return left.join(" " + symbol + " ", right);
    }

    private boolean isAllDays(Temporal temporal) {
        return bounds(temporal).noneMatch(bound -> switch (bound) {
            case Cql2.TimestampLiteral timestamp -> true;
            case Cql2.Property property -> temporalKind(property) == ValueKind.INSTANT;
            case Cql2.DateLiteral date -> false;
            case Cql2.Unbounded unbounded -> false;
        });
    }

    private static Stream<Bound> bounds(Temporal temporal) {
        return switch (temporal) {
            case Cql2.Interval interval -> Stream.of(interval.start(), interval.end());
            case Cql2.DateLiteral date -> Stream.of(date);
            case Cql2.TimestampLiteral timestamp -> Stream.of(timestamp);
            case Cql2.Property property -> Stream.of(property);
        };
    }

    private ValueKind temporalKind(Cql2.Property property) {
        ValueKind kind = columns.kind(property);
        if (kind != ValueKind.DATE && kind != ValueKind.INSTANT) {
            throw FilterTypeException.held(Phrase.DATE_OR_TIME, property, kind);
        }
        return kind;
    }

    private Span span(Temporal temporal, boolean days) {
        return switch (temporal) {
            case Cql2.Interval interval ->
                new Span(openEnd(interval.start(), End.START, days), openEnd(interval.end(), End.END, days));
            case Cql2.DateLiteral date -> instant(date, days);
            case Cql2.TimestampLiteral timestamp -> instant(timestamp, days);
            case Cql2.Property property -> instant(property, days);
        };
    }

    private Span instant(Bound bound, boolean days) {
        return new Span(sql(bound, End.START, days), sql(bound, End.END, days));
    }

    private SqlFragment openEnd(Bound bound, End end, boolean days) {
        SqlFragment sql = sql(bound, end, days);
        String open = open(end, days);
        return bound instanceof Cql2.Property ? sql.between("COALESCE(", ", " + open + ")") : sql;
    }

    private SqlFragment sql(Bound bound, End end, boolean days) {
        return switch (bound) {
            case Cql2.Unbounded unbounded -> SqlFragment.of(open(end, days));
            case Cql2.TimestampLiteral timestamp -> scalars.sql(timestamp);
            case Cql2.DateLiteral date -> days ? scalars.sql(date) : day(date.value(), end);
            case Cql2.Property property -> days ? columns.sql(property) : instant(property, end);
        };
    }

    private static String open(End end, boolean days) {
        return (end == End.START ? "'-infinity'" : "'infinity'") + (days ? "::date" : "::timestamptz");
    }

    private static SqlFragment day(LocalDate day, End end) {
        return SqlFragment.of("?::timestamptz", end == End.START ? CityTime.begin(day) : CityTime.end(day));
    }

    private SqlFragment instant(Cql2.Property property, End end) {
        SqlFragment column = columns.sql(property);
        if (temporalKind(property) == ValueKind.INSTANT) {
            return column;
        }
        return end == End.START
                ? column.between("(", "::timestamp" + IN_THE_CITY + ")")
                : column.between("((", " + 1)::timestamp" + IN_THE_CITY + " - interval '1 microsecond')");
    }
}
