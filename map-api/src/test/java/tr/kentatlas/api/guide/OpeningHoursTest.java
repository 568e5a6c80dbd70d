package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class OpeningHoursTest {
    private static final ResourceBundleMessageSource WORDS = words();
    private static final ZonedDateTime FRIDAY = ZonedDateTime.parse("2026-11-20T10:00+03:00");
    private static final ZonedDateTime SATURDAY = FRIDAY.plusDays(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pzt-Cum 08:30-17:30 | 2026-11-20T08:30+03:00 | true",
                "Pzt-Cum 08:30-17:30 | 2026-11-20T17:30+03:00 | false",
                "Pzt-Cum 08:30-17:30 | 2026-11-21T10:00+03:00 | false",
                "Her gün 24 saat | 2026-11-22T03:00+03:00 | true",
                "Çar, Paz 07:00-20:00 | 2026-11-22T19:59+03:00 | true",
                "Mo-Fr 08:00-17:00; Sa 09:00-13:00 | 2026-11-21T12:00+03:00 | true",
                "Cum-Cmt 20:00-02:00 | 2026-11-22T01:00+03:00 | true",
                "Cum-Cmt 20:00-02:00 | 2026-11-23T01:00+03:00 | false",
                "Pzt-Cum 08:30-12:30, 13:30-17:30 | 2026-11-20T12:45+03:00 | false",
                "Pzt-Cum 08:30-12:30, 13:30-17:30 | 2026-11-20T13:30+03:00 | true",
                "Pzt-Cum 08:30-12:30 ve 13:30-17:30 | 2026-11-20T16:00+03:00 | true",
                "Pzt-Cum 08:30-17:30 Cmt 09:00-13:00 | 2026-11-21T12:59+03:00 | true",
                "Mo-Fr 09:00-17:00, Sa 09:00-13:00 | 2026-11-21T14:00+03:00 | false",
                "Mo-Fr 09:00-18:00; PH off | 2026-11-20T10:00+03:00 | true",
                "Her gün 09:00-18:00; Paz kapalı | 2026-11-22T10:00+03:00 | false",
                "Her gün 09:00-18:00; Paz kapalı | 2026-11-21T10:00+03:00 | true"
            })
    void hoursAreUnderstood(String hours, String moment, boolean open) {
        assertThat(OpeningHours.read(hours).orElseThrow().isOpen(ZonedDateTime.parse(moment), false, false))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vakit saatlerinde",
                "Pzt 25:00-26:00",
                "randevu ile",
                "Pzt-Xyz 08:00-09:00",
                "Pzt-Cum 08:30-17:30 randevu ile",
                "Pzt-Cum 08:30-",
                ""
            })
    void hoursThatAreNotUnderstoodAreNotGuessed(String hours) {
        assertThat(OpeningHours.read(hours)).isEmpty();
    }

    @Test
    void onAHolidayTheHoursOfAWeekdayTellNothing() {
        assertThat(onHoliday("Pzt-Cum 08:30-17:30", FRIDAY)).isNull();
        assertThat(onHoliday("Her gün 08:00-22:00", FRIDAY)).isNull();
        assertThat(onHoliday("Pzt-Cum 08:30-17:30", SATURDAY)).isFalse();
        assertThat(onHoliday("Her gün 24 saat", FRIDAY)).isTrue();
    }

    @Test
    void hoursThatSpeakOfHolidaysAreBelieved() {
        assertThat(onHoliday("Mo-Fr 09:00-18:00; PH off", FRIDAY)).isFalse();
        assertThat(onHoliday("Pzt-Cum 09:00-18:00; resmi tatillerde kapalı", FRIDAY))
                .isFalse();
        assertThat(onHoliday("Mo-Fr 09:00-18:00; PH 10:00-14:00", SATURDAY)).isTrue();
        assertThat(onHoliday("Mo-Fr,PH 09:00-18:00", SATURDAY)).isTrue();
        assertThat(onHoliday("Mo-Fr,PH 09:00-18:00", SATURDAY.plusHours(9))).isFalse();
    }

    /** 1 January 2027 is a Friday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "unknown",
            value = {
                "Her gün 18:00-02:00; PH off | 2027-01-01T00:30+03:00 | true | false | true",
                "Her gün 18:00-02:00; PH off | 2027-01-01T18:30+03:00 | true | false | false",
                "Her gün 18:00-02:00; PH off | 2027-01-02T00:30+03:00 | false | true | false",
                "Her gün 18:00-02:00; PH off | 2027-01-02T18:30+03:00 | false | true | true",
                "Mo-Fr 18:00-02:00; PH 20:00-03:00 | 2027-01-02T02:30+03:00 | false | true | true",
                "Her gün 18:00-02:00 | 2027-01-02T00:30+03:00 | false | true | unknown",
                "Her gün 18:00-02:00 | 2027-01-02T02:30+03:00 | false | true | false"
            })
    void aShiftAcrossMidnightBelongsToTheDayItBeganOn(
            String hours, ZonedDateTime moment, boolean isHoliday, boolean wasHoliday, @Nullable Boolean open) {
        assertThat(OpeningHours.read(hours).orElseThrow().isOpen(moment, isHoliday, wasHoliday))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pzt-Cum 08:30-12:30, 13:30-17:30 | Pzt-Cum 08:30-12:30, 13:30-17:30 | Mon-Fri 08:30-12:30, 13:30-17:30",
                "Mo-Fr 09:00-18:00; PH off | Pzt-Cum 09:00-18:00; resmî tatiller kapalı | Mon-Fri 09:00-18:00; public holidays closed",
                "Mo-Fr,PH 9:00-18:00 | Pzt-Cum, resmî tatiller 09:00-18:00 | Mon-Fri, public holidays 09:00-18:00",
                "Her gün 24 saat | Her gün 24 saat | Every day 24 hours",
                "Her gün 18:00-02:00; Paz kapalı | Her gün 18:00-02:00; Paz kapalı | Every day 18:00-02:00; Sun closed",
                "Çar, Paz 07:00-20:00 | Çar, Paz 07:00-20:00 | Wed, Sun 07:00-20:00",
                "Cmt-Pzt 10:00-12:00 | Pzt, Cmt-Paz 10:00-12:00 | Mon, Sat-Sun 10:00-12:00"
            })
    void hoursAreToldInTheReadersLanguage(String hours, String turkish, String english) {
        OpeningHours read = OpeningHours.read(hours).orElseThrow();
        assertThat(new HoursWords(WORDS, Locale.of("tr")).of(read)).isEqualTo(turkish);
        assertThat(new HoursWords(WORDS, Locale.ENGLISH).of(read)).isEqualTo(english);
    }

    private static @Nullable Boolean onHoliday(String hours, ZonedDateTime moment) {
        return OpeningHours.read(hours).orElseThrow().isOpen(moment, true, false);
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("kentatlas/i18n/pages");
        words.setDefaultEncoding("UTF-8");
        return words;
    }
}
