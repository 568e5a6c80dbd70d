package tr.kentatlas.spatial.feature.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.QuestionRefused;

/**
 * The {@code datetime} parameter (OGC 17-069r4 §7.15.4): an instant, or an interval with open ends; both ends included. A day is the city's,
 * from midnight to midnight.
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    public TimeRange {
        if (from != null && to != null && from.isAfter(to)) {
            throw new QuestionRefused(Phrase.INTERVAL_REVERSED);
        }
    }

    public static TimeRange parse(String text) {
        String[] ends = text.split("/", -1);
        return switch (ends.length) {
            case 1 -> new TimeRange(begin(ends[0]), end(ends[0]));
            case 2 -> new TimeRange(open(ends[0]) ? null : begin(ends[0]), open(ends[1]) ? null : end(ends[1]));
            default -> throw new QuestionRefused(Phrase.DATETIME_FORM);
        };
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant begin(String text) {
        return text.length() == 10 ? CityTime.begin(day(text)).toInstant() : instant(text);
    }

    private static Instant end(String text) {
        return text.length() == 10 ? CityTime.end(day(text)).toInstant() : instant(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new QuestionRefused(Phrase.NO_DATE, text);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new QuestionRefused(Phrase.NO_TIME, text);
        }
    }
}
