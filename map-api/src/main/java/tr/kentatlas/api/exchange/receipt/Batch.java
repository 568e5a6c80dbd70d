package tr.kentatlas.api.exchange.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * Lines of the journal taken together, so that what was fetched again and again is one row for the database. When a partner last received
 * what they had before is kept to the half hour.
 */
final class Batch {
    /** So many features are stored well within the time a statement of the desk has. */
    private static final int MOST_FEATURES = 20_000;

    private int taken;
    private final Map<Month, Sum> sums = new LinkedHashMap<>();
    private final Map<Receiver, Map<UUID, Span>> features = new LinkedHashMap<>();
    private final Map<Receiver, Map<Line.Place, Span>> places = new LinkedHashMap<>();

    private record Month(long agreement, LocalDate month, String type, String channel) {}

    private record Receiver(Line.Under under, String type, String channel) {
        static Receiver of(Line line) {
            return new Receiver(line.under(), line.type(), line.channel());
        }
    }

    private record Sum(long answers, long features, long bytes, Instant last) {
        static Sum of(Line line) {
            return new Sum(line.answers(), counted(line.content()), line.bytes(), line.at());
        }

        private static long counted(Line.Content content) {
            return switch (content) {
                case Line.Features some -> some.ids().size();
                case Line.Drawn drawn -> drawn.features();
                case Line.Known known -> known.features();
                case Line.Again again -> 0;
            };
        }

        Sum plus(Sum o) {
            return new Sum(answers + o.answers, features + o.features, bytes + o.bytes, later(last, o.last));
        }
    }

    /** From when to when something was received. */
    private record Span(Instant first, Instant last) {
        static Span of(Line line) {
            return new Span(line.at(), line.at());
        }

        Span and(Span o) {
            return new Span(first.isBefore(o.first) ? first : o.first, later(last, o.last));
        }
    }

    void add(Line line) {
        LocalDate month = YearMonth.from(line.at().atZone(CityTime.ZONE)).atDay(1);
        Month key = new Month(line.under().agreement(), month, line.type(), line.channel());
        sums.merge(key, Sum.of(line), Sum::plus);
        switch (line.content()) {
            case Line.Features some -> received(line, some.ids());
            case Line.Again some -> received(line, some.ids());
            case Line.Known known -> {}
            case Line.Drawn drawn ->
                places.computeIfAbsent(Receiver.of(line), r -> new LinkedHashMap<>())
                        .merge(drawn.place(), Span.of(line), Span::and);
        }
    }

    /** What follows is for the next one. */
    boolean isFull() {
        return taken >= MOST_FEATURES;
    }

    private void received(Line line, List<UUID> ids) {
        taken += ids.size();
        Map<UUID, Span> known = features.computeIfAbsent(Receiver.of(line), r -> new LinkedHashMap<>());
        Span span = Span.of(line);
        ids.forEach(id -> known.merge(id, span, Span::and));
    }

    /** Inside a transaction of the caller. */
    void store(JdbcClient desk) {
        sums.forEach((month, sum) -> store(desk, month, sum));
        features.forEach((receiver, some) -> storeFeatures(desk, receiver, some));
        places.forEach((receiver, some) -> storePlaces(desk, receiver, some));
    }

    private static void store(JdbcClient desk, Month month, Sum sum) {
        desk.sql("""
                        INSERT INTO exchange.statistic AS s
                               (agreement_id, month, type, channel, answers, features, bytes, last_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, to_timestamp(?))
                        ON CONFLICT (agreement_id, month, type, channel) DO UPDATE
                           SET answers = s.answers + excluded.answers, features = s.features + excluded.features,
                               bytes = s.bytes + excluded.bytes, last_at = greatest(s.last_at, excluded.last_at)
                        """)
                .params(month.agreement, month.month, month.type, month.channel)
                .params(sum.answers, sum.features, sum.bytes, seconds(sum.last))
                .update();
    }

    private static void storeFeatures(JdbcClient desk, Receiver receiver, Map<UUID, Span> some) {
        String ids = some.keySet().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        desk.sql("""
                        INSERT INTO exchange.receipt AS r
                               (type, tucbs_no, agreement_id, channel, version, release_no, first_at, last_at)
                        SELECT ?, id, ?, ?, ?, ?, to_timestamp(first), to_timestamp(last)
                          FROM unnest(?::uuid[], ?, ?) AS t(id, first, last)
                         WHERE NOT EXISTS (SELECT FROM exchange.receipt k
                                            WHERE (k.type, k.tucbs_no, k.agreement_id, k.channel) = (?, t.id, ?, ?)
                                              AND (k.version, k.release_no) = (?, ?)
                                              AND k.last_at > to_timestamp(t.last) - interval '30 minutes')
                        ON CONFLICT (type, tucbs_no, agreement_id, channel, version, release_no) DO UPDATE
                           SET last_at = greatest(r.last_at, excluded.last_at)
                        """)
                .params(common(receiver))
                .params(ids, times(some, Span::first), times(some, Span::last))
                .params(common(receiver))
                .update();
    }

    private static void storePlaces(JdbcClient desk, Receiver receiver, Map<Line.Place, Span> some) {
        String[] names = some.keySet().stream().map(Line.Place::name).toArray(String[]::new);
        desk.sql("""
                        INSERT INTO exchange.receipt_map AS r
                               (type, agreement_id, channel, version, release_no, first_at, last_at, place, box)
                        SELECT ?, ?, ?, ?, ?, to_timestamp(first), to_timestamp(last), place,
                               ST_MakeEnvelope(west, south, east, north, 4326)
                          FROM unnest(?, ?, ?, ?, ?, ?, ?) AS t(first, last, place, west, south, east, north)
                        ON CONFLICT (agreement_id, type, channel, place, version, release_no) DO UPDATE
                           SET last_at = greatest(r.last_at, excluded.last_at)
                        """)
                .params(common(receiver))
                .params(times(some, Span::first), times(some, Span::last), names)
                .params(corners(some, Line.Place::west), corners(some, Line.Place::south))
                .params(corners(some, Line.Place::east), corners(some, Line.Place::north))
                .update();
    }

    private static List<Object> common(Receiver receiver) {
        Line.Under under = receiver.under;
        return new ArrayList<>(
                List.of(receiver.type, under.agreement(), receiver.channel, under.version(), under.release()));
    }

    private static <T> double[] times(Map<T, Span> some, Function<Span, Instant> side) {
        return some.values().stream()
                .mapToDouble(span -> seconds(side.apply(span)))
                .toArray();
    }

    private static double[] corners(Map<Line.Place, Span> some, ToDoubleFunction<Line.Place> corner) {
        return some.keySet().stream().mapToDouble(corner).toArray();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
