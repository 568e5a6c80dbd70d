package tr.kentatlas.spatial.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** Reads the loosely typed values of files into the Java types a {@link tr.kentatlas.spatial.feature.FeatureRecord} wants. */
public final class AttributeReader {
    /** Times without a zone are the city's own. */
    private static final ZoneId CITY = CityTime.ZONE;

    private static final DateTimeFormatter TURKISH_DATE =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    /** A day as ISO 8601 has it, with a zone or a remark such as "(tahmini)". */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(Z|[+-]\\d\\d:?\\d\\d| .*)?");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d.*");
    /** {@code +03} at the end of a time, as PostgreSQL writes it. */
    private static final Pattern HOURS_FROM_UTC = Pattern.compile("(T[\\d:.]+[+-]\\d\\d)$");

    private static final JsonMapper JSON = JsonMapper.shared();

    private AttributeReader() {}

    /** A value that means nothing for its attribute; the message says why. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }
    }

    /** The value in the attribute's type; null when the source leaves it blank. */
    public static @Nullable Object read(Attribute attribute, @Nullable Object raw) throws Unreadable {
        if (raw == null || (raw instanceof String text && text.isBlank())) return null;
        return attribute.isMany() ? list(attribute, raw) : one(attribute.type(), raw);
    }

    private static List<Object> list(Attribute attribute, Object raw) throws Unreadable {
        List<Object> values = new ArrayList<>();
        for (Object item : items(raw)) {
            if (item != null) values.add(one(attribute.type(), item));
            else if (attribute.group() != null) throw new Unreadable("its list has a gap beside those it belongs to");
        }
        return values;
    }

    private static Iterable<?> items(Object raw) throws Unreadable {
        if (raw instanceof List<?> list) return list;
        if (!(raw instanceof String text) || !text.startsWith("[")) return List.of(raw);
        try {
            return JSON.readValue(text, List.class);
        } catch (JacksonException e) {
            throw new Unreadable("'" + text + "' is no list");
        }
    }

    private static Object one(AttributeType type, Object raw) throws Unreadable {
        try {
            return switch (type) {
                case TEXT, CODE, URI -> text(raw);
                case INTEGER -> Math.toIntExact(whole(raw));
                case LONG -> whole(raw);
                case DECIMAL -> decimal(raw);
                case BOOLEAN -> yesOrNo(raw);
                case DATE -> date(text(raw));
                case INSTANT -> instant(text(raw));
                case REFERENCE, UUID -> uuid(text(raw));
                case GEOMETRY -> geometry(raw);
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
            throw new Unreadable("'" + raw + "' is no " + word(type));
        }
    }

    private static String text(Object raw) throws Unreadable {
        return switch (raw) {
            case String text -> printable(text.strip());
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new Unreadable("it is not one plain value");
        };
    }

    private static String printable(String text) throws Unreadable {
        if (text.indexOf('\0') >= 0) throw new Unreadable("it holds a NUL character");
        return text;
    }

    private static long whole(Object raw) throws Unreadable {
        return switch (raw) {
            case Integer number -> number;
            case Long number -> number;
            case Number number -> new BigDecimal(number.toString()).longValueExact();
            default -> new BigDecimal(text(raw)).longValueExact();
        };
    }

    private static double decimal(Object raw) throws Unreadable {
        double number = raw instanceof Number n ? n.doubleValue() : Double.parseDouble(plainNumber(text(raw)));
        if (!Double.isFinite(number)) throw new Unreadable("'" + raw + "' is no finite number");
        return number;
    }

    /** {@code 12,5} and {@code 12.5 m} are 12.5. */
    private static String plainNumber(String text) {
        String number = text.endsWith(" m") || text.endsWith("m") ? text.substring(0, text.lastIndexOf('m')) : text;
        boolean decimalComma = number.indexOf(',') == number.lastIndexOf(',') && number.indexOf('.') < 0;
        return decimalComma ? number.replace(',', '.') : number;
    }

    private static boolean yesOrNo(Object raw) throws Unreadable {
        return switch (TurkishText.searchKey(text(raw))) {
            case "true", "yes", "evet", "1" -> true;
            case "false", "no", "hayir", "0" -> false;
            default -> throw new Unreadable("'" + raw + "' is neither yes nor no");
        };
    }

    /** A moment is the day it falls on in the city; a day with a zone (xs:date) is that day. */
    private static LocalDate date(String text) {
        if (MOMENT.matcher(text).matches())
            return instant(text).atZoneSameInstant(CITY).toLocalDate();
        Matcher day = DAY.matcher(text);
        if (day.matches()) return LocalDate.parse(day.group(1));
        return LocalDate.parse(text, TURKISH_DATE);
    }

    private static OffsetDateTime instant(String text) {
        String iso = HOURS_FROM_UTC.matcher(text.replace(' ', 'T')).replaceFirst("$1:00");
        if (iso.indexOf('T') < 0) return date(text).atStartOfDay(CITY).toOffsetDateTime();
        var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime at
                ? at
                : ((LocalDateTime) read).atZone(CITY).toOffsetDateTime();
    }

    private static UUID uuid(String text) throws Unreadable {
        UUID read = FeatureId.parse(text);
        if (read != null) return read;
        throw new Unreadable("'" + text + "' is no UUID");
    }

    private static Geometry geometry(Object raw) throws Unreadable {
        if (!(raw instanceof Geometry geometry)) throw new Unreadable("it is no geometry");
        for (Coordinate place : geometry.getCoordinates()) {
            if (!Double.isFinite(place.x + place.y)) throw new Unreadable("its coordinates are no numbers");
        }
        return geometry;
    }

    private static String word(AttributeType type) {
        return switch (type) {
            case INTEGER, LONG -> "whole number in range";
            case DECIMAL -> "number";
            case DATE, INSTANT -> "date";
            default -> "value of its kind";
        };
    }
}
