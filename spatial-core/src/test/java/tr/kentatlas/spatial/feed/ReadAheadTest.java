package tr.kentatlas.spatial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 12_345})
    void everyRowIsToldOnceAndInOrder(int rows) {
        List<Integer> told = new ArrayList<>();
        assertThat(ReadAhead.<Integer>pass(sink -> give(rows, sink), told::add)).isTrue();
        assertThat(told)
                .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    }

    @Test
    void theEndOfTheSourceIsToldToo() {
        assertThat(ReadAhead.<Integer>pass(sink -> false, row -> {})).isFalse();
    }

    @Test
    void aFailureOfTheSourceComesAfterTheRowsBeforeIt() {
        List<Integer> told = new ArrayList<>();
        assertThatThrownBy(() -> ReadAhead.<Integer>pass(
                        sink -> {
                            give(700, sink);
                            throw new IllegalStateException("torn");
                        },
                        told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("torn");
        assertThat(told).hasSize(700);
    }

    @Test
    void whenTheListenerFailsTheSourceIsReadNoFurtherAndHasEnded() {
        List<Integer> read = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> ReadAhead.<Integer>pass(
                        sink -> {
                            try {
                                return give(MANY, sink.andThen(read::add));
                            } finally {
                                ended.countDown();
                            }
                        },
                        row -> {
                            throw new IllegalStateException("gone");
                        }))
                .hasMessage("gone");
        assertThat(ended.getCount()).isZero();
        assertThat(read).hasSizeLessThan(MANY);
    }

    private static boolean give(int rows, Consumer<Integer> sink) {
        IntStream.range(0, rows).boxed().forEach(sink);
        return true;
    }
}
