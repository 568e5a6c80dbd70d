package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** The cases of {@link Partnerships} alone, in many short rounds that take turns: for a machine that has other work. */
public final class PartnerBench {
    private static final String KEY = "bench-key-that-nobody-has-to-guess";
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 11;
    private static final int SECONDS = 2;

    private PartnerBench() {}

    /**
     * Measures.
     *
     * @param arguments words of the cases to measure; none for all
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("kentatlas-bench");
        try (BenchCity city = BenchCity.create(folder.resolve("cluster"))) {
            new BulkLoad(city.model(), folder).round(city.owner());
            city.publish();
            city.makeFloorTables();
            Partnerships partnerships = Partnerships.make(city, new Queries(city, KEY));
            Path data = Files.createDirectories(folder.resolve("dynamic"));
            try (ServedProcess ours = ServedProcess.kentatlas(city, data, KEY, 0)) {
                for (Comparison comparison : partnerships.comparisons(ours.address())) {
                    if (isWanted(comparison, arguments)) comparison.run(WARM_UP, ROUNDS, SECONDS);
                }
            }
        }
    }

    private static boolean isWanted(Comparison comparison, String[] words) {
        for (String word : words) {
            if (comparison.what().toLowerCase(Locale.ROOT).contains(word)) return true;
        }
        return words.length == 0;
    }
}
