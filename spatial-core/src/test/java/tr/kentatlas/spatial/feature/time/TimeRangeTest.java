package tr.kentatlas.spatial.feature.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 2026-05-31T21:00:00Z, 2026-06-01T20:59:59.999999Z",
        "2026-06-01/2026-06-02, 2026-05-31T21:00:00Z, 2026-06-02T20:59:59.999999Z",
        "2026-06-01/.., 2026-05-31T21:00:00Z, ",
        "2026-06-01T00:00:00Z, 2026-06-01T00:00:00Z, 2026-06-01T00:00:00Z",
    })
    void aDayIsTheCitys(String text, String from, String to) {
        TimeRange range = TimeRange.parse(text);
        assertThat(String.valueOf(range.from())).isEqualTo(from);
        assertThat(String.valueOf(range.to())).isEqualTo(to == null ? "null" : to);
    }
}
