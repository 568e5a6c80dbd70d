package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/** Single cases by themselves, for working on one of them: {@code search}, {@code classes}, {@code getmap}. */
public final class CaseBench {
    private static final String KEY = "bench-key-that-nobody-has-to-guess";
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 4;

    private CaseBench() {}

    /**
     * Measures.
     *
     * @param arguments words of the cases to measure; none for all
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Set<String> words = arguments.length == 0 ? Set.of("search", "classes", "getmap") : Set.of(arguments);
        if (words.contains("classes")) System.out.println(Classifying.row(ROUNDS));
        if (!words.contains("search") && !words.contains("getmap")) return;
        if (words.contains("getmap")) PeerPackages.install();
        Path folder = Files.createTempDirectory("kentatlas-bench");
        try (BenchCity city = BenchCity.create(folder.resolve("cluster"))) {
            new BulkLoad(city.model(), folder).round(city.owner());
            city.publish();
            city.makeFloorTables();
            Path data = Files.createDirectories(folder.resolve("dynamic"));
            try (ServedProcess ours = ServedProcess.kentatlas(city, data, KEY, 0)) {
                if (words.contains("search")) search(city, ours, folder);
                if (words.contains("getmap")) pictures(city, ours, folder);
            }
        } finally {
            Bench.remove(folder);
        }
    }

    private static void search(BenchCity city, ServedProcess ours, Path folder)
            throws IOException, SQLException, InterruptedException {
        GuideSearch search = GuideSearch.make(city, ours, folder.resolve("places"));
        System.out.println(search.fact());
        search.besideTrigrams(folder.resolve("scripts")).run(WARM_UP, ROUNDS, SECONDS);
        System.out.println(search.steady(WARM_UP, ROUNDS, 2 * SECONDS));
    }

    private static void pictures(BenchCity city, ServedProcess ours, Path folder)
            throws IOException, InterruptedException {
        try (Peers peers = Peers.start(city, folder.resolve("peers"), ours.address())) {
            peers.pictures(city, ours).run(WARM_UP, ROUNDS, SECONDS);
        }
    }
}
