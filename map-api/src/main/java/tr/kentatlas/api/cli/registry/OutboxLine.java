package tr.kentatlas.api.cli.registry;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry;

/** A message to the registry as a line on the terminal, under {@link #HEAD}. */
final class OutboxLine {
    static final String HEAD =
            "number what   level    neighbourhood       code  state     tries  label: what it waits for | what was said";
    private static final String NOTHING = "-";

    private OutboxLine() {}

    static String of(OutboxEntry one, Function<Remark, String> words) {
        return String.format(
                Locale.ROOT,
                "%6d %-6s %-8s %13d %10s  %-9s %5d  %s: %s",
                one.number(),
                one.kind().word(),
                one.level().word(),
                one.neighbourhood(),
                Objects.requireNonNullElse(one.code(), NOTHING),
                one.state().word(),
                one.tries(),
                Objects.requireNonNullElse(one.label(), NOTHING),
                told(one, words));
    }

    /** A parent that has to be there first is all there is to wait for. */
    private static String told(OutboxEntry one, Function<Remark, String> words) {
        Remark said = one.said();
        if (said == null) return waitsFor(one.state());
        boolean isParent = one.state() == MessageState.QUEUED && said.saying() == Saying.WAITS_FOR;
        return isParent ? words.apply(said) : waitsFor(one.state()) + " | " + words.apply(said);
    }

    private static String waitsFor(MessageState state) {
        return switch (state) {
            case QUEUED -> "the next push";
            case SENT -> "the registry's answer";
            case UNCERTAIN -> "being looked up by the next push, or shown by a reading";
            case ACKED, ENTERED -> "a reading that shows it";
            case BY_HAND -> "somebody who types it in, and a reading that shows it";
            case REJECTED -> "nothing: compare again and decide anew";
            case VERIFIED, CANCELLED -> "nothing";
        };
    }
}
