package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(now::get, Duration.ofSeconds(5));

    @Test
    void oneSilenceIsEnoughAndThreeRefusalsAre() {
        assertThat(breaker.letsThrough()).isTrue();
        assertThat(breaker.silent()).isTrue();
        assertThat(breaker.letsThrough()).isFalse();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.refused()).isFalse();
        assertThat(breaker.refused()).isFalse();
        assertThat(breaker.letsThrough()).isTrue();
        assertThat(breaker.refused()).isTrue();
        assertThat(breaker.letsThrough()).isFalse();
    }

    @Test
    void aSuccessForgetsRefusals() {
        breaker.refused();
        breaker.refused();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.refused()).isFalse();
        assertThat(breaker.letsThrough()).isTrue();
    }

    @Test
    void afterARestOneRequestTriesAndTheOthersStayAway() {
        breaker.silent();
        pass(4);
        assertThat(breaker.letsThrough()).isFalse();
        pass(1);
        assertThat(breaker.letsThrough()).isTrue();
        assertThat(breaker.letsThrough()).isFalse();
    }

    @Test
    void restsGrowUpToAMinute() {
        breaker.silent();
        int[] rests = {5, 10, 20, 40, 60, 60};
        for (int rest : rests) {
            pass(rest - 1);
            assertThat(breaker.letsThrough()).as("before %d s", rest).isFalse();
            pass(1);
            assertThat(breaker.letsThrough()).as("after %d s", rest).isTrue();
            assertThat(breaker.silent()).isFalse();
        }
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
