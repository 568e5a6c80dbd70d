package tr.kentatlas.api.exchange.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.agreement.Terms;

class BucketTest {
    private static final Terms.Limits LIMITS = new Terms.Limits(600, 1_000);
    private static final Instant LAST_SECOND = Instant.parse("2026-11-30T20:59:59Z");
    private static final Instant NEXT_MONTH = Instant.parse("2026-11-30T21:00:00Z");

    private final Bucket bucket = new Bucket(LIMITS, LAST_SECOND);

    @Test
    void whatWasCountedInTheLastSecondsOfAMonthIsToldOfThatMonth() {
        bucket.take(LIMITS, LAST_SECOND);
        bucket.take(LIMITS, LAST_SECOND);
        bucket.take(LIMITS, NEXT_MONTH);
        Bucket.Untold earlier = bucket.untold(NEXT_MONTH);
        assertThat(earlier).isEqualTo(new Bucket.Untold(YearMonth.of(2026, 11), 2));
        bucket.takeBack(earlier);
        assertThat(bucket.untold(NEXT_MONTH)).as("it was not told").isEqualTo(earlier);
        assertThat(bucket.untold(NEXT_MONTH)).isEqualTo(new Bucket.Untold(YearMonth.of(2026, 12), 1));
        assertThat(bucket.untold(NEXT_MONTH)).isEqualTo(new Bucket.Untold(YearMonth.of(2026, 12), 0));
    }
}
