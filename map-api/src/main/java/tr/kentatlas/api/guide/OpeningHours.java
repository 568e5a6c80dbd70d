package tr.kentatlas.api.guide;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.address.TurkishText;

/**
 * Opening hours out of the short text a record carries, such as {@code Pzt-Cum 08:30-12:30, 13:30-17:30} or {@code Mo-Fr 08:30-17:30; Sa
 * 09:00-13:00; PH off}, where PH are official holidays.
 * What is not understood whole is not understood at all: a citizen sees the text, never a guess.
 */
final class OpeningHours {
    private static final List<List<String>> DAYS = List.of(
            List.of("pzt", "pazartesi", "mo", "mon"),
            List.of("sal", "sali", "tu", "tue"),
            List.of("car", "carsamba", "we", "wed"),
            List.of("per", "persembe", "th", "thu"),
            List.of("cum", "cuma", "fr", "fri"),
            List.of("cmt", "cumartesi", "sa", "sat"),
            List.of("paz", "pazar", "su", "sun"));
    private static final Set<String> EVERY_DAY = Set.of("her gun", "hergun", "daily", "mo-su");
    private static final Set<String> HOLIDAYS = Set.of("ph", "resmi tatil", "resmi tatiller", "resmi tatillerde");
    private static final String SPAN = "\\d{1,2}[:.]\\d{2}\\s*-\\s*\\d{1,2}[:.]\\d{2}";
    private static final Pattern RULE = Pattern.compile("([a-z][a-z ,-]*?)\\s*(" + SPAN + "(?:\\s*(?:,|ve)\\s*" + SPAN
            + ")*|off|closed|kapali)(?:\\s*[;,]\\s*|\\s+|$)");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*-\\s*(\\d{1,2})[:.](\\d{2})");
    private static final Pattern ALWAYS =
            Pattern.compile("(?:(?:her gun|hergun|daily)?\\s*)?24 ?(?:saat|hours)(?: acik)?|24/7");

    private final List<Rule> rules = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private boolean tellsHolidays;

    /** Days of a week, and whether official holidays are among them. */
    record Days(Set<DayOfWeek> week, boolean holidays) {}

    /** Days and hours that belong together; an end before the beginning lies on the next day, the same moment is a whole day. */
    record Span(Days days, LocalTime from, LocalTime until) {
        /** Of a day it begins on. */
        boolean coversToday(LocalTime time) {
            if (from.equals(until)) return true;
            return !time.isBefore(from) && (until.isBefore(from) || time.isBefore(until));
        }

        /** Of the day after one it begins on. */
        boolean coversTomorrow(LocalTime time) {
            return until.isBefore(from) && time.isBefore(until);
        }

        Span without(Set<DayOfWeek> closed) {
            Set<DayOfWeek> open = EnumSet.copyOf(days.week);
            open.removeAll(closed);
            return new Span(new Days(open, days.holidays), from, until);
        }
    }

    /** One rule as it was written; without hours it says when it is closed. */
    record Rule(Days days, List<Span> spans) {
        Rule {
            spans = List.copyOf(spans);
        }

        /** Every hour of every day, holidays too. */
        boolean isAlways() {
            return days.holidays
                    && days.week.size() == 7
                    && spans.stream().allMatch(span -> span.from.equals(span.until));
        }
    }

    private OpeningHours() {}

    static Optional<OpeningHours> read(String text) {
        String folded = TurkishText.searchKey(text).strip();
        OpeningHours hours = new OpeningHours();
        if (ALWAYS.matcher(folded).matches()) return Optional.of(hours.always());
        Matcher rule = RULE.matcher(folded);
        for (int at = 0; at < folded.length(); at = rule.end()) {
            boolean isRead = rule.region(at, folded.length()).lookingAt()
                    && hours.take(String.valueOf(rule.group(1)).strip(), String.valueOf(rule.group(2)));
            if (!isRead) return Optional.empty();
        }
        return folded.isEmpty() ? Optional.empty() : Optional.of(hours);
    }

    /**
     * Whether it is open at a moment of the city's time; null when it would be by hours of weekdays and nothing is told of the holiday. What goes
     * on after midnight belongs to the day it began on.
     */
    @Nullable
    Boolean isOpen(ZonedDateTime moment, boolean isHoliday, boolean wasHoliday) {
        LocalTime time = moment.toLocalTime();
        DayOfWeek today = moment.getDayOfWeek();
        Boolean fromToday = isOpen(today, isHoliday, span -> span.coversToday(time));
        Boolean fromYesterday = isOpen(today.minus(1), wasHoliday, span -> span.coversTomorrow(time));
        if (fromToday == null) return Boolean.TRUE.equals(fromYesterday) ? fromYesterday : null;
        return fromToday ? fromToday : fromYesterday;
    }

    private @Nullable Boolean isOpen(DayOfWeek day, boolean isHoliday, Predicate<Span> covers) {
        if (isHoliday && tellsHolidays) {
            return spans.stream().filter(span -> span.days.holidays).anyMatch(covers);
        }
        boolean onWeekday =
                spans.stream().filter(span -> span.days.week.contains(day)).anyMatch(covers);
        boolean isUntold = onWeekday && isHoliday;
        return isUntold ? null : (Boolean) onWeekday;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    private OpeningHours always() {
        Days all = new Days(EnumSet.allOf(DayOfWeek.class), true);
        return with(new Rule(all, List.of(new Span(all, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
    }

    private OpeningHours with(Rule rule) {
        if (rule.spans.isEmpty()) spans.replaceAll(span -> span.without(rule.days.week));
        rules.add(rule);
        spans.addAll(rule.spans);
        tellsHolidays |= rule.days.holidays;
        return this;
    }

    /** Takes one rule over; false where it is not understood. */
    private boolean take(String named, String times) {
        Days days = days(named);
        if (days == null) return false;
        List<Span> told = new ArrayList<>();
        Matcher found = TIMES.matcher(times);
        while (found.find()) {
            LocalTime from = time(found.group(1), found.group(2));
            LocalTime until = time(found.group(3), found.group(4));
            if (from == null || until == null) return false;
            told.add(new Span(days, from, until));
        }
        with(new Rule(days, told));
        return true;
    }

    private static @Nullable Days days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        if (EVERY_DAY.contains(text)) return new Days(EnumSet.allOf(DayOfWeek.class), false);
        for (String part : text.split("\\s*,\\s*", -1)) {
            boolean isHoliday = HOLIDAYS.contains(part);
            holidays |= isHoliday;
            if (!isHoliday && !addDays(part, days)) return null;
        }
        return new Days(days, holidays);
    }

    private static boolean addDays(String text, Set<DayOfWeek> days) {
        String[] ends = text.split("\\s*-\\s*", -1);
        DayOfWeek first = day(ends[0]);
        DayOfWeek last = day(ends[ends.length - 1]);
        if (first == null || last == null || ends.length > 2) return false;
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            days.add(day);
            if (day == last) return true;
        }
    }

    private static @Nullable DayOfWeek day(String name) {
        for (int i = 0; i < DAYS.size(); i++) if (DAYS.get(i).contains(name)) return DayOfWeek.of(i + 1);
        return null;
    }

    private static @Nullable LocalTime time(String hour, String minute) {
        Map.Entry<Integer, Integer> time = Map.entry(Integer.parseInt(hour), Integer.parseInt(minute));
        if (time.getKey() == 24 && time.getValue() == 0) return LocalTime.MIDNIGHT;
        return time.getKey() > 23 || time.getValue() > 59 ? null : LocalTime.of(time.getKey(), time.getValue());
    }
}
