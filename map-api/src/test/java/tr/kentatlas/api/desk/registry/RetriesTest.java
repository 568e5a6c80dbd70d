package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theSameWaitsAndAnythingElseDoesNot() {
        Retries<List<Long>> retries = new Retries<>(Duration.ofMinutes(30));
        assertThat(retries.isDue(List.of(7L), NOW)).isTrue();
        retries.tried(List.of(7L), NOW);
        assertThat(retries.isDue(List.of(7L), NOW.plusSeconds(1799))).isFalse();
        assertThat(retries.isDue(List.of(7L, 8L), NOW.plusSeconds(30))).isTrue();
        assertThat(retries.isDue(List.of(7L), NOW.plusSeconds(1800))).isTrue();
    }
}
