package tr.kentatlas.api.cli.load;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tr.kentatlas.spatial.ingest.EditsInTheWay;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.WorkingDataInUse;

/** An import's report for the operator. */
final class ImportWords {
    private static final double MANY_NEW = 0.9;
    private static final double MANY_BEFORE = 0.5;

    private ImportWords() {}

    static void print(ImportReport report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Import %d of %s: %,d records, %,d rejected%n",
                report.importNo(),
                report.source(),
                report.read(),
                report.rejected());
        report.types()
                .forEach((type, n) -> out.printf(
                        Locale.ROOT,
                        "  %-24s %,9d read  %,9d new  %,7d changed  %,9d as before  %,6d rejected%n",
                        type,
                        n.read(),
                        n.inserted(),
                        n.changed(),
                        n.unchanged(),
                        n.rejected()));
        if (report.unreadable() > 0)
            out.printf(Locale.ROOT, "  values that could not be read and were left out: %,d%n", report.unreadable());
        if (report.kept() > 0)
            out.printf(Locale.ROOT, "  edited or deleted here since and left as they are: %,d%n", report.kept());
        if (!report.skipped().isEmpty()) out.println("  without a place in the model: " + report.skipped());
    }

    /**
     * Tells of types of which nearly all is new beside as much that was there before, as happens when a delivery comes under another name.
     *
     * @param rows how many rows a type has now
     */
    static void printDoubles(ImportReport report, ToLongFunction<String> rows, PrintStream out) {
        report.types().forEach((type, n) -> {
            if (n.inserted() < MANY_NEW * n.read()) return;
            long before = rows.applyAsLong(type) - n.inserted();
            if (before >= n.inserted() * MANY_BEFORE)
                out.printf(
                        Locale.ROOT,
                        "  of %s nearly all is new beside %,d that were there: if this is a later delivery of the same, both must"
                                + " have been imported under one --dataset NAME%n",
                        type,
                        before);
        });
    }

    static boolean isNothingTaken(ImportReport report) {
        return report.read() > 0 && report.rejected() == report.read();
    }

    static String inUse(String source, WorkingDataInUse use) {
        String who = use.writers().isEmpty() ? "somebody" : use.writers();
        return "Nothing of " + source + " was imported: " + who
                + " is changing the same data and has not ended. Try again when they have; a forgotten QGIS or psql holds it until it is closed.";
    }

    static String refusal(String source, EditsInTheWay edits) {
        String first = String.join("; ", edits.first());
        boolean isAll = edits.count() == edits.first().size();
        return String.format(
                Locale.ROOT,
                "Nothing of %s was imported: it would undo what was edited here (records: %,d): %s%s."
                        + " --keep-edits leaves all of these as they are and lists them, --overwrite-edits lets the file count.",
                source,
                edits.count(),
                first,
                isAll ? "" : " …");
    }
}
