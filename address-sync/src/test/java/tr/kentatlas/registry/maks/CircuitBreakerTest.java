package tr.kentatlas.registry.maks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final Hand hand = new Hand();
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(30), hand);

    @Test
    void afterTheRestOneCallTriesAndTheOthersWaitForWhatBecomesOfIt() {
        fail();
        assertThat(breaker.lets()).isFalse();
        hand.now = hand.now.plusSeconds(31);
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
        breaker.succeeded();
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void aTrialThatFailsOrNeverEndsCostsAnotherRest() {
        fail();
        hand.now = hand.now.plusSeconds(31);
        assertThat(breaker.lets()).isTrue();
        breaker.failed();
        hand.now = hand.now.plusSeconds(31);
        assertThat(breaker.lets()).isTrue();
        hand.now = hand.now.plusSeconds(31);
        assertThat(breaker.lets()).isTrue();
    }

    private void fail() {
        breaker.failed();
        assertThat(breaker.lets()).isTrue();
        breaker.failed();
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
}
