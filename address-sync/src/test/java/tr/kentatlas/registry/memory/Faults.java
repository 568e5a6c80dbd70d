package tr.kentatlas.registry.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Which call goes wrong: those asked for first, then by chance from a seed. */
public final class Faults {
    /**
     * F07 broken answer, F08 no answer in time, F09 time-out after the commit, F10 delivered twice, F11 drift, F20 mass retirement; rows
     * that cannot be read; a page without the rows it should have.
     */
    public enum Kind {
        NONE,
        BROKEN,
        TIMEOUT_BEFORE,
        TIMEOUT_AFTER,
        TWICE,
        DRIFT,
        MASS_RETIRE,
        UNREADABLE,
        EMPTY_PAGE
    }

    private static final Kind[] READ = {Kind.BROKEN, Kind.TIMEOUT_BEFORE, Kind.DRIFT};
    private static final Kind[] WRITE = {Kind.BROKEN, Kind.TIMEOUT_BEFORE, Kind.TIMEOUT_AFTER, Kind.TWICE};

    private final Random dice;
    private final Deque<Kind> reads = new ArrayDeque<>();
    private final Deque<Kind> writes = new ArrayDeque<>();
    private double rate;

    public Faults(long seed, double rate) {
        this.dice = new Random(seed);
        this.rate = rate;
    }

    public void byChance(double newRate) {
        rate = newRate;
    }

    public void stop() {
        rate = 0;
        reads.clear();
        writes.clear();
    }

    public void nextReads(Kind... kinds) {
        reads.addAll(List.of(kinds));
    }

    public void nextWrites(Kind... kinds) {
        writes.addAll(List.of(kinds));
    }

    Kind read() {
        return next(reads, READ);
    }

    Kind write() {
        return next(writes, WRITE);
    }

    /** Empty instead of missing, now and then (F17). */
    boolean empty() {
        return dice.nextInt(3) == 0;
    }

    private Kind next(Deque<Kind> asked, Kind[] kinds) {
        Kind wanted = asked.poll();
        if (wanted != null) return wanted;
        return dice.nextDouble() < rate ? kinds[dice.nextInt(kinds.length)] : Kind.NONE;
    }
}
