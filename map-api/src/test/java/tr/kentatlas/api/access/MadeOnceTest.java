package tr.kentatlas.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MadeOnceTest {
    private final MadeOnce<InOneCorner, String> known =
            new MadeOnce<>(Caffeine.newBuilder().maximumSize(10).buildAsync());

    /** Keys a table keeps together, whatever its size. */
    private record InOneCorner(String name) {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void whatIsAskedForByManyIsMadeOnceAndNobodyWaitsForAnother() throws Exception {
        CountDownLatch hasBegun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<String> first = besides("slow", hasBegun, mayEnd, made);
        assertThat(hasBegun.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> second = besides("slow", hasBegun, mayEnd, made);
        assertThat(known.get(new InOneCorner("other"), () -> "other")).isEqualTo("other");
        assertThat(second).isNotDone();
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("slow").isSameAs(second.get());
        assertThat(made.get()).isEqualTo(1);
    }

    @Test
    void whatFailedIsMadeAnewAndTheReasonIsToldAsItWas() {
        IllegalStateException reason = new IllegalStateException("away");
        assertThatThrownBy(() -> known.get(new InOneCorner("a"), () -> {
                    throw reason;
                }))
                .isSameAs(reason);
        assertThat(known.get(new InOneCorner("a"), () -> "there again")).isEqualTo("there again");
    }

    /** While the database is away every tile fails: a trace of each would fill the log. */
    @Test
    void whatFailedIsNotWrittenIntoTheLogByTheTable() {
        List<LogRecord> written = new CopyOnWriteArrayList<>();
        Logger table = Logger.getLogger("com.github.benmanes.caffeine.cache");
        Handler collecting = new Handler() {
            @Override
            public void publish(LogRecord line) {
                written.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        table.addHandler(collecting);
        try {
            assertThatThrownBy(() -> known.get(new InOneCorner("a"), () -> {
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
        } finally {
            table.removeHandler(collecting);
        }
        assertThat(written).isEmpty();
    }

    private CompletableFuture<String> besides(
            String name, CountDownLatch hasBegun, CountDownLatch mayEnd, AtomicInteger made) {
        return CompletableFuture.supplyAsync(
                () -> known.get(new InOneCorner(name), () -> {
                    made.incrementAndGet();
                    hasBegun.countDown();
                    awaitQuietly(mayEnd);
                    return name;
                }),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
