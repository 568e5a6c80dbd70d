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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.address.TurkishText;

/**
 * Opening hours out of the short text a record carries, such as {@code Pzt-Cum 08:30-17:30} or {@code Mo-Fr 08:30-17:30; Sa 09:00-13:00}.
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
    private static final Pattern RULE =
            Pattern.compile("([a-z][a-z ,-]*?)\\s*(\\d{1,2})[:.](\\d{2})\\s*-\\s*(\\d{1,2})[:.](\\d{2})");
    private static final Pattern ALWAYS =
            Pattern.compile("(?:(?:her gun|hergun|daily)?\\s*)?24 ?(?:saat|hours)(?: acik)?|24/7");

    private final List<Span> spans;

    /** Days and hours that belong together; an end at or before the beginning lies on the next day. */
    private record Span(Set<DayOfWeek> days, LocalTime from, LocalTime until, boolean wholeDay) {
        boolean covers(ZonedDateTime moment) {
            LocalTime time = moment.toLocalTime();
            if (wholeDay) return days.contains(moment.getDayOfWeek());
            if (from.isBefore(until))
                return days.contains(moment.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
            boolean evening = days.contains(moment.getDayOfWeek()) && !time.isBefore(from);
            return evening || (days.contains(moment.getDayOfWeek().minus(1)) && time.isBefore(until));
        }
    }

    private OpeningHours(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    static Optional<OpeningHours> read(String text) {
        String folded = TurkishText.searchKey(text).strip();
        if (ALWAYS.matcher(folded).matches()) return Optional.of(always());
        List<Span> spans = new ArrayList<>();
        for (String rule : folded.split("\\s*;\\s*", -1)) {
            Span span = span(rule);
            if (span == null) return Optional.empty();
            spans.add(span);
        }
        return Optional.of(new OpeningHours(spans));
    }

    /** Whether it is open at a moment of the city's time. */
    boolean isOpen(ZonedDateTime moment) {
        return spans.stream().anyMatch(span -> span.covers(moment));
    }

    private static OpeningHours always() {
        return new OpeningHours(
                List.of(new Span(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true)));
    }

    private static @Nullable Span span(String rule) {
        Matcher found = RULE.matcher(rule);
        if (!found.matches()) return null;
        Set<DayOfWeek> days = days(String.valueOf(found.group(1)).strip());
        LocalTime from = time(found.group(2), found.group(3));
        LocalTime until = time(found.group(4), found.group(5));
        return days.isEmpty() || from == null || until == null ? null : new Span(days, from, until, from.equals(until));
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (EVERY_DAY.contains(text)) return EnumSet.allOf(DayOfWeek.class);
        for (String part : text.split("\\s*,\\s*", -1)) {
            String[] ends = part.split("\\s*-\\s*", -1);
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            if (first == null || last == null || ends.length > 2) return Set.of();
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) break;
            }
        }
        return days;
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
