package tr.kentatlas.spatial.store.thematic;

import java.util.stream.DoubleStream;

/** How the numbers of a question are spread: distinct values ascending, how often each occurs, and how many features have none. */
public final class Distribution {
    private final double[] values;
    private final long[] counts;
    private final long withoutValue;

    /** Takes the arrays as they are; they must be equally long, the values ascending and finite. */
    public Distribution(double[] values, long[] counts, long withoutValue) {
        if (values.length != counts.length) throw new IllegalArgumentException("a count for each value");
        this.values = values.clone();
        this.counts = counts.clone();
        this.withoutValue = withoutValue;
    }

    /** How many distinct values there are. */
    public int size() {
        return values.length;
    }

    public double value(int index) {
        return values[index];
    }

    public long count(int index) {
        return counts[index];
    }

    public long withoutValue() {
        return withoutValue;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public double min() {
        return values[0];
    }

    public double max() {
        return values[values.length - 1];
    }

    /** Whether all values are whole numbers: each is a class or a column of its own then. */
    public boolean isWhole() {
        return DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
    }

    /** How many features have a value. */
    public long total() {
        long total = 0;
        for (long count : counts) total += count;
        return total;
    }

    public double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i] * counts[i];
        return sum / total();
    }

    /** Standard deviation of the whole population. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += (values[i] - mean) * (values[i] - mean) * counts[i];
        return Math.sqrt(sum / total());
    }
}
