package tr.kentatlas.api.exchange.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * The allowance of one agreement on one node: a token bucket for the minute and a count for the month. What other nodes granted is
 * taken off when the database tells of it.
 */
final class Bucket {
    private static final double NANOS_PER_MINUTE = 60e9;

    private double tokens;
    private Instant filledAt;
    private YearMonth month;
    private Instant monthEnds;
    private long spentInMonth;
    private long notYetTold;
    private final Deque<Untold> ofEarlierMonths = new ArrayDeque<>();

    Bucket(Terms.Limits limits, Instant now) {
        tokens = limits.perMinute();
        filledAt = now;
        month = YearMonth.from(now.atZone(CityTime.ZONE));
        monthEnds = endOf(month);
    }

    synchronized Allowance take(Terms.Limits limits, Instant now) {
        fill(limits, now);
        turnMonth(now);
        boolean granted = tokens >= 1 && spentInMonth < limits.perMonth();
        if (granted) {
            tokens--;
            spentInMonth++;
            notYetTold++;
        }
        long left = Math.max(0, (long) tokens);
        long leftInMonth = Math.max(0, limits.perMonth() - spentInMonth);
        Duration untilEnd = Duration.between(now, monthEnds);
        Duration nextToken = Duration.ofNanos((long) (Math.max(0, 1 - tokens) * NANOS_PER_MINUTE / limits.perMinute()));
        Duration retryAfter = leftInMonth == 0 ? untilEnd : nextToken;
        return new Allowance(granted, limits, left, leftInMonth, retryAfter, untilEnd);
    }

    /** What all nodes granted in the month, as far as it is known here. */
    synchronized long spent(Instant now) {
        turnMonth(now);
        return spentInMonth;
    }

    /** What this node granted in a month and the database does not know; to be told now. Earlier months come first, one each time. */
    synchronized Untold untold(Instant now) {
        turnMonth(now);
        Untold earlier = ofEarlierMonths.poll();
        if (earlier != null) return earlier;
        Untold untold = new Untold(month, notYetTold);
        notYetTold = 0;
        return untold;
    }

    /** The telling failed: it is told the next time. */
    synchronized void takeBack(Untold untold) {
        if (untold.month.equals(month)) notYetTold += untold.requests;
        else ofEarlierMonths.push(untold);
    }

    /** All nodes together granted so many in the month: what is new in it came from the others. */
    synchronized void reconcile(YearMonth of, long total) {
        if (!of.equals(month)) return;
        long others = Math.max(0, total + notYetTold - spentInMonth);
        tokens -= others;
        spentInMonth += others;
    }

    /** The database's count at the beginning says nothing of the minute. */
    synchronized void begin(YearMonth of, long total) {
        if (of.equals(month)) spentInMonth = total + notYetTold;
    }

    private void fill(Terms.Limits limits, Instant now) {
        double passed = Math.max(0, Duration.between(filledAt, now).toNanos());
        tokens = Math.min(limits.perMinute(), tokens + passed * limits.perMinute() / NANOS_PER_MINUTE);
        filledAt = now;
    }

    private void turnMonth(Instant now) {
        if (now.isBefore(monthEnds)) return;
        if (notYetTold > 0) ofEarlierMonths.add(new Untold(month, notYetTold));
        month = YearMonth.from(now.atZone(CityTime.ZONE));
        monthEnds = endOf(month);
        spentInMonth = 0;
        notYetTold = 0;
    }

    private static Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    /** Requests of a month that the database does not know yet. */
    record Untold(YearMonth month, long requests) {}
}
