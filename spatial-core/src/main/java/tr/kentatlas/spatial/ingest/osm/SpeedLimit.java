package tr.kentatlas.spatial.ingest.osm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.ingest.RecordSink;

/** The {@code maxspeed} tag in km/h; words such as {@code walk} or {@code none} are no number and are noted. */
final class SpeedLimit {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?: ?(km/h|kmh|mph))?");
    private static final double KILOMETRES_PER_MILE = 1.609344;

    private SpeedLimit() {}

    static @Nullable Integer kilometresPerHour(Tags tags, String key, RecordSink sink) {
        String value = tags.get("maxspeed");
        if (value == null) return null;
        Matcher number = NUMBER.matcher(value);
        if (!number.matches()) {
            sink.unreadable(Roads.LINK, key, "hizSiniri", "'" + value + "' is no speed");
            return null;
        }
        int speed = Integer.parseInt(number.group(1));
        return "mph".equals(number.group(2)) ? (int) Math.round(speed * KILOMETRES_PER_MILE) : speed;
    }
}
