package tr.kentatlas.api.guide;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.spatial.model.Text;

/**
 * The official holidays of {@code data/calendar/holidays.yaml}.
 *
 * @param source the law they are in
 * @param civil by the Gregorian calendar
 * @param hijri by the Hijri calendar, computed; what is announced for a year may be a day off
 */
record Holidays(String source, List<Holiday> civil, List<Holiday> hijri) {
    static final Holidays OFFICIAL = read();

    private static final LocalTime EVE = LocalTime.of(13, 0);

    /** The years that the Hijri calendar is known for (Umm al-Qura tables of the JDK), a little less. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2170;

    /** Days that bear one name, from the first of them on; with an eve from the afternoon before. */
    record Holiday(Text name, int month, int day, int days, boolean eve) {
        private boolean covers(LocalDateTime moment, LocalDate first, int leeway) {
            LocalDateTime begin = eve ? first.minusDays(1).atTime(EVE) : first.atStartOfDay();
            return !moment.isBefore(begin.minusDays(leeway))
                    && moment.isBefore(first.plusDays(days + leeway).atStartOfDay());
        }
    }

    Holidays {
        civil = List.copyOf(civil);
        hijri = List.copyOf(hijri);
    }

    /** The holiday that is, or may be, at a moment of the city's time. */
    Optional<Text> at(LocalDateTime moment) {
        return covering(moment, 1);
    }

    /** Whether it is one, whatever was announced for the year. */
    boolean isSure(LocalDateTime moment) {
        return covering(moment, -1).isPresent();
    }

    /** The first and the last day of a Hijri feast are moved outwards by the leeway, in days. */
    private Optional<Text> covering(LocalDateTime moment, int leeway) {
        return Stream.concat(
                        civil.stream().filter(one -> one.covers(moment, first(one, moment), 0)),
                        hijri.stream()
                                .filter(one -> isKnown(moment) && one.covers(moment, hijriFirst(one, moment), leeway)))
                .map(Holiday::name)
                .findFirst();
    }

    private static LocalDate first(Holiday holiday, LocalDateTime moment) {
        return LocalDate.of(moment.getYear(), holiday.month, holiday.day);
    }

    private static boolean isKnown(LocalDateTime moment) {
        return moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
    }

    private static LocalDate hijriFirst(Holiday holiday, LocalDateTime moment) {
        int year = HijrahDate.from(moment).get(ChronoField.YEAR);
        return LocalDate.from(HijrahDate.of(year, holiday.month, holiday.day));
    }

    private static Holidays read() {
        try (InputStream in = new ClassPathResource("kentatlas/calendar/holidays.yaml").getInputStream()) {
            return YAMLMapper.builder().build().readValue(in, Holidays.class);
        } catch (IOException e) {
            throw new IllegalStateException("the holidays cannot be read", e);
        }
    }
}
