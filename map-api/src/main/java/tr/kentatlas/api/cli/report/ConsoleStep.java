package tr.kentatlas.api.cli.report;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** One step and its words: how far, how fast, how long still. */
final class ConsoleStep implements Progress.Step {
    private static final int BAR_WIDTH = 24;
    private static final double NANOS = 1e9;

    private final ConsoleProgress console;
    private final String title;
    private final int depth;
    private final LongSupplier nanoClock;
    private final long begun;
    private final LongAdder done = new LongAdder();
    private volatile long total;
    private volatile String unit = "";
    private boolean announced;

    ConsoleStep(ConsoleProgress console, String title, int depth, LongSupplier nanoClock) {
        this.console = console;
        this.title = title;
        this.depth = depth;
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
    }

    @Override
    public <E extends Exception> void step(String inner, Progress.Work<E> work) throws E {
        console.step(inner, work);
    }

    @Override
    public void expect(long expected, String name) {
        unit = name;
        total = expected;
    }

    @Override
    public void advance(long count) {
        done.add(count);
    }

    String title() {
        return title;
    }

    long elapsed() {
        return nanoClock.getAsLong() - begun;
    }

    /** True at the first call only. */
    boolean announceOnce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    String indented(String text) {
        return "  ".repeat(depth) + text;
    }

    /** For a terminal. */
    String bar() {
        if (total <= 0) {
            return title + " … " + time(elapsed() / NANOS);
        }
        int filled = (int) (BAR_WIDTH * share());
        return title + " [" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + howFar();
    }

    /** For a log. */
    String line() {
        return total <= 0 ? title + ": running for " + time(elapsed() / NANOS) : title + ": " + howFar();
    }

    String finished() {
        String took = time(elapsed() / NANOS);
        long count = done.sum();
        return count == 0
                ? title + ": done in " + took
                : String.format(Locale.ROOT, "%s: %,d %s in %s", title, count, unit, took);
    }

    private String howFar() {
        long count = done.sum();
        double rate = count / Math.max(elapsed() / NANOS, 1e-3);
        String left = count == 0 ? "" : ", " + time(Math.max(0, total - count) / rate) + " left";
        return String.format(
                Locale.ROOT, "%.0f %% (%,d of %,d %s), %,.0f/s%s", 100 * share(), count, total, unit, rate, left);
    }

    private double share() {
        return Math.min(1, done.sum() / (double) total);
    }

    private static String time(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
