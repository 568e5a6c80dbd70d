package tr.kentatlas.api.cli.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.progress.Progress;

/**
 * Shows the innermost running step: on a terminal as a bar that is redrawn, elsewhere as a line every few seconds. Every
 * finished step leaves one line with what it took.
 */
public final class ConsoleProgress implements Progress {
    /** What the output can do. */
    public enum Style {
        TERMINAL,
        PLAIN_LINES
    }

    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final Style style;
    private final LongSupplier nanoClock;
    private final Deque<ConsoleStep> running = new ArrayDeque<>();
    private @Nullable Thread painter;

    public ConsoleProgress(PrintStream out, Style style) {
        this(out, style, System::nanoTime);
    }

    ConsoleProgress(PrintStream out, Style style, LongSupplier nanoClock) {
        this.out = out;
        this.style = style;
        this.nanoClock = nanoClock;
    }

    @Override
    public Step begin(String title, long total) {
        return begin(title, total, Unit.PIECES);
    }

    @Override
    public synchronized Step begin(String title, long total, Unit unit) {
        ConsoleStep step = new ConsoleStep(this, title, new Amount(total, unit), running.size(), nanoClock);
        if (style == Style.PLAIN_LINES
                && !running.isEmpty()
                && running.getLast().announceOnce()) {
            out.println(running.getLast().indented(running.getLast().title()));
        }
        running.addLast(step);
        ensurePainter();
        return step;
    }

    synchronized void end(ConsoleStep step) {
        clear();
        running.remove(step);
        out.println(step.indented(step.finished()));
    }

    private void ensurePainter() {
        if (painter == null || !painter.isAlive()) {
            painter = Thread.ofPlatform().daemon().name("progress").start(this::paintUntilIdle);
        }
    }

    private void paintUntilIdle() {
        Duration pause = style == Style.TERMINAL ? REDRAW : NEXT_LINE;
        do {
            LockSupport.parkNanos(pause.toNanos());
        } while (paint());
    }

    /** Paints the innermost step; false, once nothing runs any more. */
    synchronized boolean paint() {
        if (running.isEmpty()) {
            painter = null;
            return false;
        }
        ConsoleStep step = running.getLast();
        if (style == Style.TERMINAL) {
            out.print(CLEAR_LINE + step.indented(step.bar()));
            out.flush();
        } else if (step.elapsed() >= TimeUnit.SECONDS.toNanos(1)) {
            out.println(step.indented(step.line()));
        }
        return true;
    }

    private void clear() {
        if (style == Style.TERMINAL) {
            out.print(CLEAR_LINE);
        }
    }
}
