package tr.kentatlas.api.cli.report;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tr.kentatlas.spatial.progress.Progress;

/** One step and its words: how far, how fast, how long still. */
final class ConsoleStep implements Progress.Step {
    private static final int BAR_WIDTH = 24;
    private static final double NANOS = 1e9;

    private final ConsoleProgress console;
    private final String title;
    private final Amount total;
    private final int depth;
    private final LongSupplier nanoClock;
    private final long begun;
    private final AtomicLong done = new AtomicLong();
    private boolean announced;
    private volatile boolean isDone;

    ConsoleStep(ConsoleProgress console, String title, Amount total, int depth, LongSupplier nanoClock) {
        this.console = console;
        this.title = title;
        this.total = total;
        this.depth = depth;
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
    }

    @Override
    public void at(long units) {
        done.accumulateAndGet(units, Math::max);
    }

    @Override
    public void done() {
        isDone = true;
    }

    @Override
    public void close() {
        console.end(this);
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
        if (total.count() <= 1) {
            return title + " … " + time(elapsed() / NANOS);
        }
        int filled = (int) (BAR_WIDTH * share());
        return title + " [" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + howFar();
    }

    /** For a log. */
    String line() {
        return total.count() <= 1 ? title + ": running for " + time(elapsed() / NANOS) : title + ": " + howFar();
    }

    String finished() {
        String took = time(elapsed() / NANOS);
        long count = done.get();
        if (!isDone) return title + ": failed" + after(count);
        return count <= 1 ? title + ": done in " + took : title + ": " + total.of(count) + " in " + took;
    }

    /** How far a step came that failed. */
    private String after(long count) {
        if (count == 0 || total.count() == 1) return "";
        return total.count() > 1 ? " after " + total.of(count).bare() + " of " + total : " after " + total.of(count);
    }

    private String howFar() {
        long count = done.get();
        double rate = count / Math.max(elapsed() / NANOS, 1e-3);
        String left = count == 0 ? "" : ", " + time(Math.max(0, total.count() - count) / rate) + " left";
        String share = String.format(Locale.ROOT, "%.0f %%", 100 * share());
        return share + " (" + total.of(count).bare() + " of " + total + "), "
                + total.of(Math.round(rate)).bare() + "/s" + left;
    }

    private double share() {
        return Math.min(1, done.get() / (double) total.count());
    }

    private static String time(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
