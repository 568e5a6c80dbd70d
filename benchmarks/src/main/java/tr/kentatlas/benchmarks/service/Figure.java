package tr.kentatlas.benchmarks.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured several times: the median, and how far the times lie apart. */
final class Figure {
    private final List<Double> times = new ArrayList<>();

    void add(double value) {
        times.add(value);
    }

    double median() {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Largest minus smallest, as a share of the median. */
    double spread() {
        double least = times.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return (most - least) / median();
    }

    /** For a table, what is small: the median with two decimals, and the spread. */
    String precise(String unit) {
        return String.format(Locale.ROOT, "%.2f %s ± %.0f %%", median(), unit, 50 * spread());
    }

    /** For a table: the median and the spread. */
    String text(String unit) {
        return String.format(Locale.ROOT, "%,.0f %s ± %.0f %%", median(), unit, 50 * spread());
    }
}
