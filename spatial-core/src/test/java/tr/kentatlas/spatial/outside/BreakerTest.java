package tr.kentatlas.spatial.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(now::get, 3, Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void oneSilenceIsEnoughAndThreeFailuresAre() {
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.silent()).isTrue();
        assertThat(breaker.lets()).isFalse();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.lets()).isFalse();
    }

    @Test
    void aSuccessForgetsFailures() {
        breaker.failed();
        breaker.failed();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void afterARestOneRequestTriesAndTheOthersStayAway() {
        breaker.silent();
        pass(4);
        assertThat(breaker.lets()).isFalse();
        pass(1);
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
    }

    @Test
    void restsGrowUpToAMinute() {
        breaker.silent();
        int[] rests = {5, 10, 20, 40, 60, 60};
        for (int rest : rests) {
            pass(rest - 1);
            assertThat(breaker.lets()).as("before %d s", rest).isFalse();
            pass(1);
            assertThat(breaker.lets()).as("after %d s", rest).isTrue();
            assertThat(breaker.silent()).isFalse();
        }
    }

    @Test
    void whoseRestsAreAllAsLongTriesAfterEachOfThem() {
        Hand hand = new Hand();
        Breaker even = Breaker.resting(Duration.ofSeconds(30), 2, hand);
        even.failed();
        assertThat(even.lets()).isTrue();
        even.failed();
        assertThat(even.lets()).isFalse();
        for (int trial = 0; trial < 3; trial++) {
            hand.now = hand.now.plusSeconds(31);
            assertThat(even.lets()).isTrue();
            assertThat(even.lets()).as("the others wait for what becomes of it").isFalse();
            even.failed();
        }
        hand.now = hand.now.plusSeconds(31);
        assertThat(even.lets()).isTrue();
        hand.now = hand.now.plusSeconds(31);
        assertThat(even.lets()).as("a trial that never ends costs another rest").isTrue();
        even.succeeded();
        assertThat(even.lets()).isTrue();
        assertThat(even.lets()).isTrue();
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
