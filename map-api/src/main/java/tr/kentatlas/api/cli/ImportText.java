package tr.kentatlas.api.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tr.kentatlas.spatial.ingest.ImportReport;

/** An import's report for people: a table of what became of each type's records, and what there was no place for. */
final class ImportText {
    private static final int SKIPPED_SHOWN = 12;
    private static final String ROW = "  %-24s %,12d %,12d %,12d %,12d %,12d%n";

    private ImportText() {}

    static String of(ImportReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Import %d of %s:%n  %-24s %12s %12s %12s %12s %12s%n",
                report.importNo(),
                report.source(),
                "type",
                "read",
                "inserted",
                "changed",
                "unchanged",
                "rejected"));
        report.types().forEach((type, counts) -> text.append(row(type, counts)));
        if (report.types().size() > 1) text.append(row("all", sum(report)));
        skipped(report.skipped(), text);
        long kept = report.rejected() + report.unreadable();
        if (kept > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d records rejected, %,d single values unreadable: ./kent import --rejects %d shows why.%n",
                    report.rejected(),
                    report.unreadable(),
                    report.importNo()));
        }
        return text.toString();
    }

    private static String row(String type, ImportReport.TypeCounts counts) {
        return String.format(
                Locale.ROOT,
                ROW,
                type,
                counts.read(),
                counts.inserted(),
                counts.changed(),
                counts.unchanged(),
                counts.rejected());
    }

    private static ImportReport.TypeCounts sum(ImportReport report) {
        return report.types().values().stream()
                .reduce(
                        new ImportReport.TypeCounts(0, 0, 0, 0, 0),
                        (a, b) -> new ImportReport.TypeCounts(
                                a.read() + b.read(),
                                a.inserted() + b.inserted(),
                                a.changed() + b.changed(),
                                a.unchanged() + b.unchanged(),
                                a.rejected() + b.rejected()));
    }

    private static void skipped(Map<String, Long> skipped, StringBuilder text) {
        if (skipped.isEmpty()) return;
        List<Map.Entry<String, Long>> largest = skipped.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        text.append("No place in the model for:\n");
        largest.stream()
                .limit(SKIPPED_SHOWN)
                .forEach(kind ->
                        text.append(String.format(Locale.ROOT, "  %,12d  %s%n", kind.getValue(), kind.getKey())));
        long more = largest.stream()
                .skip(SKIPPED_SHOWN)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (more > 0) {
            text.append(
                    String.format(Locale.ROOT, "  %,12d  of %d other kinds%n", more, largest.size() - SKIPPED_SHOWN));
        }
    }
}
