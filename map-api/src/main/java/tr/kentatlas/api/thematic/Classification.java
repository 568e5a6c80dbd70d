package tr.kentatlas.api.thematic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import tr.kentatlas.api.thematic.classes.Breaks;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.thematic.Classes;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** Classes a map of numbers: the limits between its classes, and how many features each holds. */
final class Classification {
    static final Text NO_DATA = new Text("Veri yok", "No data");
    private static final int MOST_BINS = 48;

    private final ThematicMap map;
    private final Distribution values;
    private final List<Double> inner;

    private Classification(ThematicMap map, Distribution values) {
        this.map = map;
        this.values = values;
        this.inner = map.method() == Method.MANUAL ? map.limits() : Breaks.find(map.method(), values, map.classes());
    }

    /**
     * @param words what the map says of itself
     * @throws IllegalArgumentException when the method cannot be used on these values
     */
    static ClassedMap of(ThematicMap map, Distribution values, MapWords words) {
        return new Classification(map, values).classed(words);
    }

    private ClassedMap classed(MapWords words) {
        String colour = map.noData();
        Legend legend = new Legend(
                map.title(),
                words.about(map),
                words.unit(map.measure()),
                words.isOfYears(map.measure()),
                values.isEmpty() ? List.of() : entries(words.isOfYears(map.measure())),
                colour == null ? null : new Legend.Entry(NO_DATA, colour, values.withoutValue(), null, null, null),
                values.isEmpty() ? Legend.Histogram.NONE : histogram(),
                values.total() + values.withoutValue());
        return new ClassedMap(map, new Classes.Limits(map.measure(), inner), legend);
    }

    private List<Legend.Entry> entries(boolean years) {
        List<String> colours = colours();
        long[] counts = counts();
        NumberWords words = years ? NumberWords.ofYears(inner, values) : new NumberWords(inner, values);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i <= inner.size(); i++) {
            double from = i == 0 ? Math.min(values.min(), end(0)) : inner.get(i - 1);
            entries.add(new Legend.Entry(words.label(i), colours.get(i), counts[i], from, end(i), null));
        }
        return entries;
    }

    /** Where classes are placed around the mean, the middle of a palette with two ends lies on it. */
    private List<String> colours() {
        int classes = inner.size() + 1;
        if (map.method() != Method.STANDARD_DEVIATION || inner.isEmpty())
            return map.colours().of(classes);
        int below = Breaks.belowMean(values, map.classes());
        int middle = map.classes() % 2;
        return map.colours().around(below, middle, classes - middle - below);
    }

    private double end(int index) {
        if (index < inner.size()) return inner.get(index);
        return inner.isEmpty() ? values.max() : Math.max(values.max(), inner.getLast());
    }

    private long[] counts() {
        long[] counts = new long[inner.size() + 1];
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            while (at < inner.size() && values.value(i) > inner.get(at)) at++;
            counts[at] += values.count(i);
        }
        return counts;
    }

    private Legend.Histogram histogram() {
        double span = values.max() - values.min();
        long step = values.isWhole() ? (long) Math.ceil((span + 1) / MOST_BINS) : 0;
        long[][] bins =
                step > 0 ? bins((int) Math.ceil((span + 1) / step), (double) step) : bins(MOST_BINS, span / MOST_BINS);
        List<Long> heights =
                Arrays.stream(bins).map(bin -> LongStream.of(bin).sum()).toList();
        List<List<Long>> classes = Arrays.stream(bins)
                .map(bin -> LongStream.of(bin).boxed().toList())
                .toList();
        return new Legend.Histogram(values.min(), values.max(), step, heights, classes);
    }

    private long[][] bins(int count, double width) {
        long[][] bins = new long[count][inner.size() + 1];
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            while (at < inner.size() && values.value(i) > inner.get(at)) at++;
            int bin = width == 0 ? 0 : (int) Math.min(count - 1, (values.value(i) - values.min()) / width);
            bins[bin][at] += values.count(i);
        }
        return bins;
    }
}
