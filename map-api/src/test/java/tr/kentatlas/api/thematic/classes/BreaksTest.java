package tr.kentatlas.api.thematic.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.function.RangedClassifier;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.store.thematic.Distribution;

class BreaksTest {
    private static final EnumSet<Method> FOUND =
            EnumSet.complementOf(EnumSet.of(Method.MANUAL, Method.CATEGORIES, Method.GEOMETRIC));

    @Test
    void everyMethodFindsAscendingLimitsInsideTheValues() {
        for (int seed = 0; seed < 200; seed++) {
            Random dice = new Random(seed);
            Distribution values = generated(dice);
            int classes = 2 + dice.nextInt(11);
            for (Method method : FOUND) {
                List<Double> limits = Breaks.find(method, values, classes);
                assertThat(limits).as("%s seed %d", method, seed).isSorted().doesNotHaveDuplicates();
                assertThat(limits).allMatch(limit -> limit >= values.min() && limit < values.max());
                if (method != Method.HEAD_TAIL && method != Method.PRETTY) {
                    assertThat(limits).as("%s seed %d", method, seed).hasSizeLessThan(classes);
                }
            }
        }
    }

    @Test
    void naturalBreaksAreAsTightAsTheBestOfAllDivisions() {
        for (int seed = 0; seed < 60; seed++) {
            Random dice = new Random(seed);
            double[] values = dice.doubles(12, -50, 50).toArray();
            Distribution spread = of(values);
            for (int classes = 2; classes <= 4; classes++) {
                double[] found = NaturalBreaks.find(spread, classes);
                assertThat(spreadWithin(values, found))
                        .as("seed %d, %d classes", seed, classes)
                        .isCloseTo(best(spread, classes), offset(1e-6));
            }
        }
    }

    /** GeoTools does not always find the best division, and reads its table a value too far; where it finds it, both have the same limits. */
    @Test
    void naturalBreaksAreThoseOfGeoToolsWhereverItsAreAsTight() {
        int same = 0;
        for (int seed = 0; seed < 6; seed++) {
            Random dice = new Random(seed);
            double[] values = dice.doubles(seed == 0 ? 2000 : 300, 0, 1000)
                    .map(v -> v * v / 1000)
                    .toArray();
            for (int classes : new int[] {2, 5, 9}) {
                double[] ours = NaturalBreaks.find(of(values), classes);
                double[] theirs = geoTools(values, classes);
                double tighter = spreadWithin(values, theirs) / spreadWithin(values, ours);
                assertThat(tighter).as("seed %d", seed).isBetween(1 - 1e-12, 1.02);
                if (tighter > 1 + 1e-12) continue;
                assertThat(ours).as("seed %d", seed).containsExactly(theirs);
                same++;
            }
        }
        assertThat(same).as("of eighteen").isGreaterThanOrEqualTo(12);
    }

    @Test
    void twoHundredThousandValuesAreDividedExactly() {
        double[] values = new Random(1).doubles(200_000).map(v -> -Math.log(v)).toArray();
        double[] limits = NaturalBreaks.find(of(values), 7);
        double best = spreadWithin(values, limits);
        assertThat(limits).hasSize(6).isSorted();
        for (int i = 0; i < limits.length; i++) {
            for (double step : new double[] {-0.001, 0.001}) {
                double[] moved = limits.clone();
                moved[i] += step;
                assertThat(spreadWithin(values, moved)).isGreaterThanOrEqualTo(best);
            }
        }
    }

    @Test
    void quantilesHoldEquallyManyWhereValuesDiffer() {
        double[] values = new Random(3).doubles(1000).toArray();
        long[] counts = counts(values, Breaks.find(Method.QUANTILE, of(values), 5));
        assertThat(counts).containsExactly(200, 200, 200, 200, 200);
    }

    @Test
    void headTailCutsALongTailAtTheMeansOfItsHeads() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) values[i] = 1000.0 / (i + 1);
        List<Double> limits = Breaks.find(Method.HEAD_TAIL, of(values), 5);
        assertThat(limits).hasSizeGreaterThan(2);
        long[] counts = counts(values, limits);
        for (int i = 1; i < counts.length; i++) assertThat(counts[i]).isLessThanOrEqualTo(counts[i - 1]);
        assertThat(counts[0]).isGreaterThan(800);
    }

    @Test
    void roundingALimitMovesNoValueToAnotherClass() {
        double[] values = {1.234, 2.345, 2.346, 7.771, 8.9};
        List<Double> limits = Breaks.find(Method.NATURAL_BREAKS, of(values), 3);
        assertThat(counts(values, limits)).containsExactly(1, 2, 2);
        assertThat(limits).allMatch(limit -> Double.toString(limit).length() <= 5);
    }

    @Test
    void geometricClassesOfValuesBelowZeroAreRefusedWithAReason() {
        assertThatThrownBy(() -> Breaks.find(Method.GEOMETRIC, of(new double[] {-1, 2, 3}), 3))
                .hasMessage("thematic.geometric[-1.0]");
        assertThat(Breaks.find(Method.GEOMETRIC, of(new double[] {1, 5, 50, 1000}), 3))
                .containsExactly(10.0, 100.0);
    }

    @Test
    void prettyLimitsAreRoundNumbers() {
        assertThat(Breaks.find(Method.PRETTY, of(new double[] {3, 48, 97}), 5)).containsExactly(20.0, 40.0, 60.0, 80.0);
    }

    @Test
    void oneValueOrNoneHasNoLimits() {
        assertThat(Breaks.find(Method.NATURAL_BREAKS, of(new double[] {}), 5)).isEmpty();
        assertThat(Breaks.find(Method.QUANTILE, of(new double[] {4, 4, 4}), 5)).isEmpty();
    }

    private static Distribution generated(Random dice) {
        DoubleUnaryOperator shape = switch (dice.nextInt(4)) {
            case 0 -> v -> Math.floor(v * 12);
            case 1 -> v -> Math.exp(v * 9);
            case 2 -> v -> v < 0.95 ? 0 : v * 1e9;
            default -> v -> v * 2e-7 - 1e-7;
        };
        return of(dice.doubles(2 + dice.nextInt(400)).map(shape).toArray());
    }

    private static Distribution of(double[] values) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        for (double value : values) counts.merge(value, 1L, Long::sum);
        return new Distribution(
                counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray(),
                0);
    }

    private static long[] counts(double[] values, List<Double> limits) {
        long[] counts = new long[limits.size() + 1];
        for (double value : values) {
            counts[(int) limits.stream().filter(limit -> value > limit).count()]++;
        }
        return counts;
    }

    private static double spreadWithin(double[] values, double[] limits) {
        double all = 0;
        for (int i = 0; i <= limits.length; i++) {
            double low = i == 0 ? Double.NEGATIVE_INFINITY : limits[i - 1];
            double high = i == limits.length ? Double.POSITIVE_INFINITY : limits[i];
            double[] part =
                    Arrays.stream(values).filter(v -> v > low && v <= high).toArray();
            double mean = Arrays.stream(part).average().orElse(0);
            all += Arrays.stream(part).map(v -> (v - mean) * (v - mean)).sum();
        }
        return all;
    }

    private static double best(Distribution values, int classes) {
        double[] all = new double[values.size()];
        Arrays.setAll(all, values::value);
        return best(all, new double[classes - 1], 0, 0);
    }

    private static double best(double[] values, double[] limits, int at, int from) {
        if (at == limits.length) return spreadWithin(values, limits);
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < values.length - 1; i++) {
            limits[at] = values[i];
            best = Math.min(best, best(values, limits, at + 1, i + 1));
        }
        return best;
    }

    /**
     * The largest value of each class but the last, as GeoTools' Jenks function divides the same values. Its table leaves the last value
     * out, so the largest is given twice; reading it back it may step one value too far.
     */
    private static double[] geoTools(double[] values, int classes) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("v");
        builder.add("v", Double.class);
        SimpleFeatureType type = builder.buildFeatureType();
        ListFeatureCollection features = new ListFeatureCollection(type);
        double largest = Arrays.stream(values).max().orElseThrow();
        for (double value : values) features.add(SimpleFeatureBuilder.build(type, new Object[] {value}, null));
        features.add(SimpleFeatureBuilder.build(type, new Object[] {largest}, null));
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        RangedClassifier classifier =
                (RangedClassifier) filters.function("Jenks", filters.property("v"), filters.literal(classes))
                        .evaluate(features);
        double[] limits = new double[classes - 1];
        for (int i = 0; i < limits.length; i++) limits[i] = (Double) classifier.getMax(i);
        return limits;
    }
}
