package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.model.Text;

class HolidaysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-28T12:59 | ",
                "2026-10-28T13:00 | Cumhuriyet Bayramı",
                "2026-10-29T23:59 | Cumhuriyet Bayramı",
                "2026-10-30T00:00 | ",
                "2027-01-01T00:00 | Yılbaşı",
                "2026-12-31T23:00 | ",
                "2026-07-15T10:00 | Demokrasi ve Milli Birlik Günü"
            })
    void theDaysOfTheLawAreHolidays(String moment, @Nullable String name) {
        assertThat(Holidays.OFFICIAL.at(LocalDateTime.parse(moment)).map(Text::tr))
                .isEqualTo(Optional.ofNullable(name));
    }

    /** As they were announced: the eve's afternoon and every day of the feast. */
    @ParameterizedTest
    @CsvSource({
        "2024-04-10,3,Ramazan Bayramı",
        "2024-06-16,4,Kurban Bayramı",
        "2025-03-30,3,Ramazan Bayramı",
        "2025-06-06,4,Kurban Bayramı",
        "2026-03-20,3,Ramazan Bayramı",
        "2026-05-27,4,Kurban Bayramı"
    })
    void theFeastsMoveThroughTheYears(LocalDate first, int days, String name) {
        for (LocalDateTime moment = first.minusDays(1).atTime(13, 0);
                moment.isBefore(first.plusDays(days).atStartOfDay());
                moment = moment.plusHours(1)) {
            assertThat(Holidays.OFFICIAL.at(moment).orElseThrow().tr()).isEqualTo(name);
        }
        assertThat(Holidays.OFFICIAL.at(first.minusDays(3).atTime(10, 0))).isEmpty();
        assertThat(Holidays.OFFICIAL.at(first.plusDays(days + 2).atTime(10, 0))).isEmpty();
    }

    /** The Ramadan feast of 2026 was computed for 20 to 22 March, with its eve the afternoon before. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-18T13:00,false",
        "2026-03-20T12:59,false",
        "2026-03-20T13:00,true",
        "2026-03-21T23:59,true",
        "2026-03-22T00:00,false",
        "2026-03-23T10:00,false",
        "2026-10-29T10:00,true"
    })
    void aFeastIsSureOnlyWhereADayMoreOrLessChangesNothing(LocalDateTime moment, boolean isSure) {
        assertThat(Holidays.OFFICIAL.at(moment)).isPresent();
        assertThat(Holidays.OFFICIAL.isSure(moment)).isEqualTo(isSure);
    }

    @Test
    void noMomentIsTooFar() {
        assertThat(Holidays.OFFICIAL.at(LocalDateTime.MAX)).isEmpty();
        assertThat(Holidays.OFFICIAL.at(LocalDate.of(Year.MIN_VALUE + 1, 6, 1).atStartOfDay()))
                .isEmpty();
    }
}
