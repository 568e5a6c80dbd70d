package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as Markdown, ratios first. */
final class Table {
    private final List<String> rows = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    void add(Comparison comparison) {
        rows.add(comparison.row());
    }

    void row(String row) {
        rows.add(row);
        System.out.println(row);
    }

    void fact(String fact) {
        facts.add(fact);
    }

    void bulk(List<BulkLoad.Times> rounds) {
        Figure ratio = new Figure();
        rounds.forEach(times -> ratio.add(times.ratio()));
        BulkLoad.Times last = rounds.getLast();
        double net = last.importing() - last.generating();
        rows.add(String.format(
                Locale.ROOT,
                "| bulk import of %,d objects, their making apart | **%.2f** ± %.0f %% | ≥ 0.6%s | %.1f s (making them %.1f s more) |"
                        + " COPY into identical tables: %.1f s |",
                last.rows(),
                ratio.median(),
                50 * ratio.spread(),
                ratio.median() >= 0.6 ? "" : " (not reached)",
                net,
                last.generating(),
                last.copying()));
    }

    void start(Figure ours, Figure floor) {
        double ratio = ours.median() / floor.median();
        rows.add(String.format(
                Locale.ROOT,
                "| start to ready | **%.2f** | ≤ 2.5%s | %.1f s | floor app: %.1f s |",
                ratio,
                ratio <= 2.5 ? "" : " (not reached)",
                ours.median(),
                floor.median()));
    }

    void resident(double ours, double floor) {
        rows.add(String.format(
                Locale.ROOT,
                "| resident memory, idle | **%.2f** | ≤ 500 MB%s | %.0f MB | floor app: %.0f MB |",
                ours / floor,
                ours <= 500 ? "" : " (not reached)",
                ours,
                floor));
    }

    void registry(RegistryCompare.Times times) {
        String reached = times.ratio() <= RegistryCompare.TARGET ? "" : " (not reached)";
        rows.add(String.format(
                Locale.ROOT,
                "| %s | **%.2f** | ≤ %.0f%s | %s | bare SQL difference: %s |",
                times.what(),
                times.ratio(),
                RegistryCompare.TARGET,
                reached,
                times.ours().text("ms"),
                times.bare().text("ms")));
        System.out.println(rows.getLast());
    }

    String text(String command) throws IOException {
        return """
                # Benchmarks

                Written by `%s` on %s. One run, one cluster, one data set (the sample district). %s.
                Concurrency 8; floor and ours in turn; medians, ± half the distance between the least and the most.

                | what | ratio | target | ours | beside |
                |---|---|---|---|---|
                %s

                Machine: %s. %s.
                Dynamic figures run without any cache of answers; both walls' grants take turns, the public's and the administrator's,
                which differ in their fields. "One feature" beside "pgbench row" has the share as its target that pg_featureserv
                reached of pgbench where both were run.
                """.formatted(
                command,
                LocalDate.now(ZoneOffset.UTC),
                String.join("; ", facts),
                String.join("\n", rows),
                machine(),
                "Load average when the run ended: "
                        + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0] + ", our own load included");
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 20)
                .findFirst()
                .orElse(0);
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor + "), " + memory + " GB, Java "
                + Runtime.version();
    }
}
