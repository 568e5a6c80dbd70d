package tr.kentatlas.spatial.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    @Test
    void aDayLastsFromMidnightToMidnightOfTheCity() {
        assertThat(TimeRange.parse("2026-06-01"))
                .isEqualTo(new TimeRange(
                        Instant.parse("2026-05-31T21:00:00Z"), Instant.parse("2026-06-01T20:59:59.999999Z")));
    }

    @Test
    void aTimeIsThatOfItsZone() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        assertThat(TimeRange.parse("2026-06-01T15:00:00+03:00/..")).isEqualTo(new TimeRange(noon, null));
    }
}
