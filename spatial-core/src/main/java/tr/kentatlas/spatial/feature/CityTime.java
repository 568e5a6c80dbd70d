package tr.kentatlas.spatial.feature;

import java.time.ZoneId;

/** The time the city lives by: its midnight ends the day and the year of what people read. */
public final class CityTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");

    private CityTime() {}
}
