package tr.kentatlas.api.thematic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** The classes of a map of numbers in words: whole numbers as what they hold, measures by their exact limits. */
final class NumberWords {
    private static final Locale TURKISH = Locale.of("tr", "TR");
    private static final int MOST_DECIMALS = 12;

    private final List<Double> inner;
    private final Distribution values;
    private final boolean whole;
    private final int decimals;
    private final boolean isGrouped;

    NumberWords(List<Double> inner, Distribution values) {
        this(inner, values, true);
    }

    /** Years are written without separators. */
    static NumberWords ofYears(List<Double> inner, Distribution values) {
        return new NumberWords(inner, values, false);
    }

    private NumberWords(List<Double> inner, Distribution values, boolean isGrouped) {
        this.isGrouped = isGrouped;
        this.inner = inner;
        this.values = values;
        whole = values.isWhole();
        decimals = inner.stream().mapToInt(NumberWords::decimals).max().orElse(2);
    }

    Text label(int index) {
        return new Text(label(index, TURKISH), label(index, Locale.UK));
    }

    private String label(int index, Locale locale) {
        double from = index == 0 ? outward(values.min(), RoundingMode.FLOOR) : inner.get(index - 1);
        double to = index == inner.size() ? outward(values.max(), RoundingMode.CEILING) : inner.get(index);
        if (isBelow(index)) return "≤ " + text(inner.getFirst(), locale);
        if (isAbove(index)) return "> " + text(inner.getLast(), locale);
        if (whole) {
            double first = index == 0 ? Math.min(from, to) : Math.floor(from) + 1;
            double last = Math.floor(to);
            if (first == last) return text(first, locale);
            if (first < last) return text(first, locale) + " – " + text(last, locale);
        }
        return (index == 0 ? "" : "> ") + text(from, locale) + " – " + text(to, locale);
    }

    /** A limit given by a person may lie below all values: nothing can be in the class under it. */
    private boolean isBelow(int index) {
        return index == 0 && !inner.isEmpty() && inner.getFirst() < values.min();
    }

    /** Or not below the largest. */
    private boolean isAbove(int index) {
        return index == inner.size() && !inner.isEmpty() && inner.getLast() >= values.max();
    }

    /** The ends are told no finer than the limits are, and never so that a value would lie outside. */
    private double outward(double end, RoundingMode way) {
        return BigDecimal.valueOf(end).setScale(decimals, way).doubleValue();
    }

    private String text(double number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(isGrouped);
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(BigDecimal.valueOf(number));
    }

    private static int decimals(double number) {
        return Math.clamp(BigDecimal.valueOf(number).stripTrailingZeros().scale(), 0, MOST_DECIMALS);
    }
}
