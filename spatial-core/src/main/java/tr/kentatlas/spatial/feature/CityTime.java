package tr.kentatlas.spatial.feature;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time the city lives by: its midnight ends the day and the year of what people read. */
public final class CityTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");

    private CityTime() {}

    /** The midnight a day begins with, in UTC. */
    public static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
