package tr.kentatlas.api.cli.report;

import java.util.Locale;
import tr.kentatlas.spatial.progress.Progress.Unit;

/** How much there is of something, told in its unit. */
record Amount(long count, Unit unit) {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    Amount of(long other) {
        return new Amount(other, unit);
    }

    /** With its unit. */
    @Override
    public String toString() {
        return unit == Unit.RECORDS ? bare() + " records" : bare();
    }

    /** Where the unit stands beside it already; bytes are never without. */
    String bare() {
        return unit == Unit.BYTES ? bytes() : String.format(Locale.ROOT, "%,d", count);
    }

    private String bytes() {
        if (count < MEGA) return String.format(Locale.ROOT, "%d kB", Math.ceilDiv(count, KILO));
        return String.format(Locale.ROOT, count < 10 * MEGA ? "%.1f MB" : "%,.0f MB", count / (double) MEGA);
    }
}
