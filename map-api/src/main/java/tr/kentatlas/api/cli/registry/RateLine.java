package tr.kentatlas.api.cli.registry;

import java.util.Locale;
import tr.kentatlas.registry.match.MatchRates.Rate;

/** How far both sides belong together in a neighbourhood and a level as a line on the terminal, under {@link #HEAD}. */
final class RateLine {
    static final String HEAD =
            "code      level         ours  linked  left out  registry  linked  conflicts  neighbourhood";

    private RateLine() {}

    static String of(Rate rate) {
        return String.format(
                Locale.ROOT,
                "%-9d %-9s %8d %7d %9d %9d %7d %10d  %s %s",
                rate.neighbourhood(),
                rate.level().word(),
                rate.ours(),
                rate.oursLinked(),
                rate.oursLeftOut(),
                rate.theirs(),
                rate.theirsLinked(),
                rate.conflicts(),
                rate.name(),
                reading(rate));
    }

    private static String reading(Rate rate) {
        if (rate.pull() == null) return "(never read)";
        return rate.pull().equals("complete") ? "" : "(" + rate.pull() + ")";
    }
}
