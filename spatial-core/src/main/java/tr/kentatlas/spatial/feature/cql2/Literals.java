package tr.kentatlas.spatial.feature.cql2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tr.kentatlas.spatial.feature.cql2.Cql2.Bound;
import tr.kentatlas.spatial.feature.cql2.Cql2.DateLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.Interval;
import tr.kentatlas.spatial.feature.cql2.Cql2.NumberLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.TimestampLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.Unbounded;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.time.CityTime;

/** Literals that text and JSON write alike, each refused where the database could not take it. */
final class Literals {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final int MOST_DIGITS = 60;
    private static final int LARGEST_EXPONENT = 308;

    private Literals() {}

    static NumberLiteral number(String text, Place place) {
        if (text.length() <= 2 * MOST_DIGITS) {
            try {
                return number(new BigDecimal(text), place);
            } catch (NumberFormatException e) {
                throw new Cql2SyntaxException(place, Phrase.EXPECTED_FOUND, Phrase.NUMBER, text);
            }
        }
        throw new Cql2SyntaxException(place, Phrase.TOO_MANY_DIGITS);
    }

    static NumberLiteral number(BigDecimal value, Place place) {
        long exponent = (long) value.precision() - value.scale();
        // 1E999999999 is a short text and a gigabyte of digits.
        if (value.precision() > MOST_DIGITS || Math.abs(exponent) > LARGEST_EXPONENT) {
            throw new Cql2SyntaxException(place, Phrase.NUMBER_TOO_LARGE);
        }
        return new NumberLiteral(value);
    }

    static DateLiteral date(String text, Place place) {
        if (DATE.matcher(text).matches()) {
            try {
                return new DateLiteral(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw new Cql2SyntaxException(place, Phrase.DAY_MISSING, text);
            }
        }
        throw new Cql2SyntaxException(place, Phrase.EXPECTED_FOUND, Phrase.SOME_DATE, "'" + shortened(text) + "'");
    }

    static TimestampLiteral timestamp(String text, Place place) {
        if (TIMESTAMP.matcher(text).matches()) {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return new TimestampLiteral(instant.truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException e) {
                throw new Cql2SyntaxException(place, Phrase.TIME_MISSING, text);
            }
        }
        throw new Cql2SyntaxException(place, Phrase.EXPECTED_FOUND, Phrase.SOME_TIME, "'" + shortened(text) + "'");
    }

    /** An end of an interval: a date, a time, or {@code ..} where it has no end. */
    static Bound bound(String text, Place place) {
        if (text.equals("..")) {
            return new Unbounded();
        }
        return text.indexOf('T') < 0 ? date(text, place) : timestamp(text, place);
    }

    static Interval interval(Bound start, Bound end, Place place) {
        Instant first = firstInstant(start, Instant.MIN);
        if (firstInstant(end, Instant.MAX).isBefore(first) && !first.equals(Instant.MIN)) {
            throw new Cql2SyntaxException(place, Phrase.SPAN_REVERSED);
        }
        return new Interval(start, end);
    }

    private static Instant firstInstant(Bound bound, Instant otherwise) {
        return switch (bound) {
            case DateLiteral date -> CityTime.begin(date.value()).toInstant();
            case TimestampLiteral timestamp -> timestamp.value();
            case Unbounded unbounded -> otherwise;
            case Cql2.Property property -> otherwise;
        };
    }

    /** Refuses what PostgreSQL's UTF-8 text cannot hold: the zero character and half surrogate pairs. */
    static void requireStorable(String text, Place place) {
        int bad = firstUnstorable(text);
        if (bad >= 0) {
            throw new Cql2SyntaxException(place, Phrase.SOME_CHARACTER_UNSTORABLE);
        }
    }

    static int firstUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return i - 1;
                }
            }
        }
        return -1;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
    }
}
