package tr.kentatlas.api.thematic.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.store.thematic.Distribution;

/**
 * Finds the limits between classes: ascending, each at least the smallest value and below the largest. A limit belongs to the class
 * below it.
 */
public final class Breaks {
    private static final int MOST_HEADS = 11;
    /** Above this share the head is no minority any more (Jiang 2013). */
    private static final double LARGEST_HEAD = 0.4;

    private Breaks() {}

    /**
     * The limits a method finds, at the roundest numbers that put every value into the same class.
     *
     * @throws IllegalArgumentException when the method cannot be used on these values
     */
    public static List<Double> find(Method method, Distribution values, int classes) {
        if (values.size() < 2) return List.of();
        double[] limits = switch (method) {
            case EQUAL_INTERVAL -> equal(values, classes);
            case QUANTILE -> quantiles(values, classes);
            case NATURAL_BREAKS -> NaturalBreaks.find(values, classes);
            case STANDARD_DEVIATION -> deviations(values, classes);
            case GEOMETRIC -> geometric(values, classes);
            case PRETTY -> pretty(values, classes);
            case HEAD_TAIL -> headTail(values);
            case MANUAL, CATEGORIES -> throw new IllegalArgumentException(method + " finds no limits");
        };
        double[] inside = inside(limits, values).distinct().sorted().toArray();
        return method == Method.PRETTY ? DoubleStream.of(inside).boxed().toList() : RoundLimits.of(inside, values);
    }

    /** How many of the classes that standard deviations make lie wholly below the mean. */
    public static int belowMean(Distribution values, int classes) {
        double[] limits = deviations(values, classes);
        return (int) inside(Arrays.copyOf(limits, classes / 2), values).count();
    }

    private static DoubleStream inside(double[] limits, Distribution values) {
        return Arrays.stream(limits).filter(limit -> limit >= values.min() && limit < values.max());
    }

    private static double[] equal(Distribution values, int classes) {
        double width = (values.max() - values.min()) / classes;
        return IntStream.range(1, classes)
                .mapToDouble(i -> values.min() + i * width)
                .toArray();
    }

    private static double[] quantiles(Distribution values, int classes) {
        List<Double> limits = new ArrayList<>();
        long total = values.total();
        long below = 0;
        int next = 1;
        for (int i = 0; i < values.size() && next < classes; i++) {
            below += values.count(i);
            if (below * classes < next * total) continue;
            limits.add(values.value(i));
            while (next < classes && below * classes >= next * total) next++;
        }
        return limits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] deviations(Distribution values, int classes) {
        double mean = values.mean();
        double deviation = values.deviation();
        return IntStream.range(1, classes)
                .mapToDouble(i -> mean + (i - classes / 2.0) * deviation)
                .toArray();
    }

    private static double[] geometric(Distribution values, int classes) {
        if (values.min() <= 0) {
            throw new ValueRefused("thematic.geometric", values.min());
        }
        double ratio = Math.pow(values.max() / values.min(), 1.0 / classes);
        return IntStream.range(1, classes)
                .mapToDouble(i -> values.min() * Math.pow(ratio, i))
                .toArray();
    }

    private static double[] pretty(Distribution values, int classes) {
        double step = RoundLimits.roundStep((values.max() - values.min()) / classes);
        double first = Math.ceil(values.min() / step);
        double last = Math.floor(values.max() / step);
        return DoubleStream.iterate(first, i -> i <= last, i -> i + 1)
                .map(i -> RoundLimits.clean(i * step))
                .toArray();
    }

    private static double[] headTail(Distribution values) {
        List<Double> limits = new ArrayList<>();
        int from = 0;
        while (limits.size() < MOST_HEADS && values.size() - from > 1) {
            double mean = mean(values, from);
            int head = from;
            while (head < values.size() && values.value(head) <= mean) head++;
            limits.add(mean);
            if ((double) count(values, head) / count(values, from) > LARGEST_HEAD) break;
            from = head;
        }
        return limits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(Distribution values, int from) {
        double sum = 0;
        for (int i = from; i < values.size(); i++) sum += values.value(i) * values.count(i);
        return sum / count(values, from);
    }

    private static long count(Distribution values, int from) {
        long count = 0;
        for (int i = from; i < values.size(); i++) count += values.count(i);
        return count;
    }
}
