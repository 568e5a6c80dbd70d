package tr.kentatlas.api.guide;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import tr.kentatlas.api.guide.OpeningHours.Rule;
import tr.kentatlas.api.guide.OpeningHours.Span;

/** Hours that were understood, in the reader's language: "Mon-Fri 08:30-17:30; public holidays closed". */
record HoursWords(MessageSource words, Locale locale) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    String of(OpeningHours hours) {
        return hours.rules().stream().map(this::rule).collect(Collectors.joining("; "));
    }

    private String rule(Rule rule) {
        String times = rule.spans().stream().map(this::span).collect(Collectors.joining(", "));
        return days(rule) + " " + (times.isEmpty() ? say("closed") : times);
    }

    private String days(Rule rule) {
        Set<DayOfWeek> week = rule.days().week();
        boolean isEveryDay = week.size() == DayOfWeek.values().length;
        List<String> days = new ArrayList<>(isEveryDay ? List.of(say("everyDay")) : runs(week));
        if (rule.days().holidays() && !rule.isAlways()) days.add(say("holidays"));
        return String.join(", ", days);
    }

    private List<String> runs(Set<DayOfWeek> week) {
        return Stream.of(DayOfWeek.values())
                .filter(week::contains)
                .filter(day -> day == DayOfWeek.MONDAY || !week.contains(day.minus(1)))
                .map(day -> run(day, week))
                .toList();
    }

    /** A day and those that follow it: Mon-Fri. */
    private String run(DayOfWeek first, Set<DayOfWeek> week) {
        DayOfWeek last = first;
        while (last != DayOfWeek.SUNDAY && week.contains(last.plus(1))) last = last.plus(1);
        return last == first ? day(first) : day(first) + "-" + day(last);
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    private String span(Span span) {
        boolean isWholeDay = span.from().equals(span.until()) && span.from().equals(LocalTime.MIDNIGHT);
        return isWholeDay ? say("wholeDay") : HOUR.format(span.from()) + "-" + HOUR.format(span.until());
    }

    private String say(String key) {
        return words.getMessage("guide.hours." + key, null, locale);
    }
}
