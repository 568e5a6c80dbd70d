package tr.kentatlas.spatial.feature.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time the city lives by: its midnight ends the day and the year of what people read. */
public final class CityTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");

    private CityTime() {}

    /** A day's first moment. */
    public static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    /** A day's last moment that the database tells from the next one's first. */
    public static OffsetDateTime end(LocalDate day) {
        return begin(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
