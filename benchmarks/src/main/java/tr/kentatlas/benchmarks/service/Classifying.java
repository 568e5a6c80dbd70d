package tr.kentatlas.benchmarks.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import tr.kentatlas.api.thematic.classes.Breaks;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** Exact natural breaks of generated values, no two of them equal: the most there can be to do. The sorting is timed, too. */
final class Classifying {
    private static final int VALUES = 200_000;
    private static final int CLASSES = 7;
    private static final double LONGEST = 1;
    private static final int WARM_UP = 5;

    private Classifying() {}

    /** A row of the table. */
    static String row(int rounds) {
        double[] values = values();
        Figure seconds = new Figure();
        for (int i = -WARM_UP; i < rounds; i++) {
            double time = seconds(values);
            if (i >= 0) seconds.add(time);
        }
        return String.format(
                Locale.ROOT,
                "| natural breaks (exact Jenks) of %,d generated values, %d classes | | ≤ %.0f s%s | **%s** |"
                        + " median of %d runs |",
                VALUES,
                CLASSES,
                LONGEST,
                seconds.median() <= LONGEST ? "" : " (not reached)",
                seconds.precise("s"),
                rounds);
    }

    private static double seconds(double[] values) {
        long begun = System.nanoTime();
        int limits = Breaks.find(Method.NATURAL_BREAKS, distribution(values), CLASSES)
                .size();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (limits != CLASSES - 1) throw new IllegalStateException(limits + " limits between " + CLASSES + " classes");
        return seconds;
    }

    private static Distribution distribution(double[] values) {
        double[] ascending = Arrays.stream(values).sorted().toArray();
        return new Distribution(
                ascending, LongStream.generate(() -> 1).limit(VALUES).toArray(), 0);
    }

    /** Like areas: many small ones and a long tail. */
    private static double[] values() {
        Random random = new Random(BulkLoad.SEED);
        double[] values = random.doubles(2L * VALUES)
                .map(share -> 40 * Math.exp(Math.sqrt(-2 * Math.log1p(-share))))
                .distinct()
                .limit(VALUES)
                .toArray();
        if (values.length != VALUES) throw new IllegalStateException("only " + values.length + " different values");
        return values;
    }
}
