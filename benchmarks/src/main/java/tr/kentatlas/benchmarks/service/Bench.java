package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kent bench}: everything in one run on one cluster with one data set. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the service beside a floor, on a sample district in a throw-away cluster.")
public final class Bench implements Callable<Integer> {
    private static final String KEY = "bench-key-that-nobody-has-to-guess";
    /** What pg_featureserv reached of pgbench's rate by identity where both were run; Debian has no package of it. */
    private static final double PG_FEATURESERV = 0.23;

    private static final Duration LONGEST_LOADING = Duration.ofMinutes(8);

    @Option(names = "--quick", description = "One short round: to see that it runs, not for figures.")
    private boolean quick;

    @Option(names = "--peers", description = "Beside nginx, MapCache and MapServer, too (installed with apt by root).")
    private boolean peers;

    @Option(names = "--full", description = "Also import the metropolis with a heap of 512 MB (takes an hour).")
    private boolean full;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table there, too.")
    private @Nullable Path out;

    private final Table table = new Table();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (peers) PeerPackages.install();
        Path folder = Files.createTempDirectory("kentatlas-bench");
        try (BenchCity city = BenchCity.create(folder.resolve("cluster"))) {
            load(city, folder);
            city.publish();
            city.makeFloorTables();
            table.fact(city.versions());
            if (peers) table.fact(PeerPackages.versions());
            table.fact(String.format(
                    Locale.ROOT, "%,d buildings; %s", city.buildings(), Load.hasWrk() ? "wrk" : "own load maker"));
            registry(city);
            table.row(Classifying.row(quick ? 1 : 11));
            serve(city, folder);
            if (full) heap(city);
        } finally {
            remove(folder);
        }
        String text = table.text(
                "./kent bench" + (peers ? " --peers" : "") + (quick ? " --quick" : "") + (full ? " --full" : ""));
        System.out.println(text);
        if (out != null) Files.writeString(out, text);
        return 0;
    }

    private void load(BenchCity city, Path folder) throws SQLException, IOException {
        BulkLoad bulk = new BulkLoad(city.model(), folder);
        Instant begun = Instant.now();
        bulk.round(city.owner());
        for (int i = 1; i < rounds() && isWithin(begun, LONGEST_LOADING); i++) {
            bulk.round(city.another("bulk_" + i));
            city.drop("bulk_" + i);
        }
        table.bulk(bulk.rounds());
    }

    private void registry(BenchCity city) {
        table.registry(RegistryCompare.measure(city.another("registry"), quick ? 1 : 7));
        city.drop("registry");
    }

    /** Another round is begun only when half the time is left for it. */
    private static boolean isWithin(Instant begun, Duration longest) {
        return Duration.between(begun, Instant.now()).compareTo(longest.dividedBy(2)) < 0;
    }

    private void serve(BenchCity city, Path folder) throws IOException, SQLException, InterruptedException {
        starts(city, folder);
        try (ServedProcess floor = ServedProcess.floorApp(city, folder);
                ServedProcess ours = ServedProcess.kentatlas(city, folder.resolve("dynamic"), KEY, 0)) {
            Thread.sleep(
                    quick ? 1000 : 60_000); // idle means idle: what follows a start, such as tiles put on disk, is over
            table.resident(ours.residentMegabytes(), floor.residentMegabytes());
            for (Comparison comparison : dynamic(city, folder, floor, ours)) {
                comparison.run(warmUp(), rounds(), seconds());
                table.add(comparison);
            }
            table.row(TileSizes.row(city, ours.address()));
            search(city, folder, ours);
            if (peers) peers(city, folder, ours);
        }
    }

    private void search(BenchCity city, Path folder, ServedProcess ours)
            throws IOException, SQLException, InterruptedException {
        GuideSearch search = GuideSearch.make(city, ours, folder.resolve("places"));
        table.fact(search.fact());
        Comparison comparison = search.besideTrigrams(folder.resolve("scripts"));
        comparison.run(warmUp(), rounds(), seconds());
        table.add(comparison);
        table.row(search.steady(warmUp(), rounds(), 2 * seconds()));
    }

    private List<Comparison> dynamic(BenchCity city, Path folder, ServedProcess floor, ServedProcess ours)
            throws IOException {
        Queries queries = new Queries(city, KEY);
        Path scripts = folder.resolve("scripts");
        List<Comparison> all = new ArrayList<>();
        all.add(new Comparison(
                "dynamic tile z14, two grants",
                "pgbench ST_AsMVT",
                new PgBench(city, scripts, "tile", queries.tilesSql())::rate,
                new Load(ours.address(), queries.tiles())::rate,
                5));
        all.add(new Comparison(
                "100 features by box and filter, two grants",
                "pgbench JSON",
                new PgBench(city, scripts, "page", queries.pagesSql())::rate,
                new Load(ours.address(), queries.pages())::rate,
                1.3));
        all.add(new Comparison(
                "the same with 8 properties chosen",
                "pgbench JSON of these",
                new PgBench(city, scripts, "few", queries.fewSql())::rate,
                new Load(ours.address(), queries.few())::rate,
                0));
        all.add(new Comparison(
                "one feature",
                "floor app",
                new Load(floor.address(), queries.floorItems())::rate,
                new Load(ours.address(), queries.items())::rate,
                0.8));
        all.add(new Comparison(
                "one feature",
                "pgbench row",
                new PgBench(city, scripts, "row", queries.rowsSql())::rate,
                new Load(ours.address(), queries.items())::rate,
                PG_FEATURESERV));
        all.addAll(Partnerships.make(city, queries).comparisons(ours.address()));
        return all;
    }

    private void starts(BenchCity city, Path folder) throws IOException {
        Figure ours = new Figure();
        Figure floor = new Figure();
        for (int i = 0; i < rounds(); i++) {
            try (ServedProcess app = ServedProcess.floorApp(city, folder)) {
                floor.add(app.readySeconds());
            }
            try (ServedProcess app =
                    ServedProcess.kentatlas(city, Files.createDirectories(folder.resolve("dynamic")), KEY, 0)) {
                ours.add(app.readySeconds());
            }
        }
        table.start(ours, floor);
    }

    private void peers(BenchCity city, Path folder, ServedProcess dynamic) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("cached"));
        try (ServedProcess ours = ServedProcess.kentatlas(city, data, KEY, 96L << 20);
                Peers others = Peers.start(city, folder.resolve("peers"), ours.address())) {
            table.fact(String.format(Locale.ROOT, "the cached tile has %,d bytes", others.cachedBytes()));
            for (Comparison comparison : others.comparisons(city, ours, dynamic, KEY)) {
                beside(comparison);
            }
            beside(others.pictures(city, dynamic));
        }
    }

    /** A peer that does not answer is told, and the others are still measured. */
    private void beside(Comparison comparison) throws InterruptedException {
        try {
            comparison.run(warmUp(), rounds(), seconds());
            table.add(comparison);
        } catch (IOException e) {
            table.fact(comparison.floorName() + " could not be measured");
            System.err.println(comparison.floorName() + " could not be measured: " + e.getMessage());
        }
    }

    private void heap(BenchCity city) throws IOException, InterruptedException {
        boolean fits = HeapProbe.fits(city.another("metropolis"), 512);
        table.fact("import of the metropolis with -Xmx512m: " + (fits ? "comes to its end" : "FAILS"));
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private int rounds() {
        return quick ? 1 : 3;
    }

    private int seconds() {
        return quick ? 2 : 5;
    }

    private int warmUp() {
        return 12;
    }
}
