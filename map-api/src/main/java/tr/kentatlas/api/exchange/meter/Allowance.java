package tr.kentatlas.api.exchange.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * What was decided about one request, and what is left.
 *
 * @param leftInMinute requests the bucket still holds
 * @param leftInMonth requests of the quota still left
 * @param retryAfter when the next request may be granted
 * @param monthEnds time until the quota begins anew
 */
public record Allowance(
        boolean isGranted,
        Terms.Limits limits,
        long leftInMinute,
        long leftInMonth,
        Duration retryAfter,
        Duration monthEnds) {

    /** The limits (IETF draft-ietf-httpapi-ratelimit-headers). */
    public String policy() {
        return "\"minute\";q=" + limits.perMinute() + ";w=60, \"month\";q=" + limits.perMonth();
    }

    /** What is left of them, and in how many seconds each is whole again; to whom it refuses, in how many the next request may be granted. */
    public String state() {
        long seconds = isOfMinute() ? Problem.seconds(retryAfter) : untilWhole();
        return "\"minute\";r=" + leftInMinute + ";t=" + seconds + ", \"month\";r=" + leftInMonth + ";t="
                + Problem.seconds(monthEnds);
    }

    private long untilWhole() {
        return (60 * (limits.perMinute() - leftInMinute) + limits.perMinute() - 1) / limits.perMinute();
    }

    /** Whether it was refused, and only for the limit of a minute. */
    private boolean isOfMinute() {
        return !isGranted && leftInMonth > 0;
    }

    /** The day the quota begins anew. */
    private LocalDate newMonth() {
        return LocalDate.ofInstant(Instant.now().plus(monthEnds), CityTime.ZONE);
    }

    /** Why it was not granted. */
    public Wording refusal() {
        return isOfMinute()
                ? Wording.of("agreement.minute-used-up", limits.perMinute(), Problem.seconds(retryAfter))
                : Wording.of("agreement.month-used-up", limits.perMonth(), newMonth());
    }
}
