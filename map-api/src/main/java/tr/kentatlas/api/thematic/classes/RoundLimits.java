package tr.kentatlas.api.thematic.classes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** Moves limits to the roundest numbers at which every value stays in its class, so that a legend can show the very limit that is drawn. */
final class RoundLimits {
    /** How far a limit may move, as a share of the whole span. */
    private static final double TOLERANCE = 0.01;

    private static final int EXACT_DIGITS = 17;
    private static final List<RoundingMode> WAYS =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.CEILING, RoundingMode.FLOOR);

    private RoundLimits() {}

    static List<Double> of(double[] limits, Distribution values) {
        double[] sorted = new double[values.size()];
        Arrays.setAll(sorted, values::value);
        double reach = TOLERANCE * (values.max() - values.min());
        List<Double> rounded = new ArrayList<>();
        for (int i = 0; i < limits.length; i++) {
            int below = lastNotAbove(sorted, limits[i]);
            double low = Math.max(sorted[below], limits[i] - reach);
            double high = Math.min(sorted[below + 1], limits[i] + reach);
            if (i > 0) low = Math.max(low, (limits[i - 1] + limits[i]) / 2);
            if (i + 1 < limits.length) high = Math.min(high, (limits[i] + limits[i + 1]) / 2);
            rounded.add(roundest(low, high, limits[i]));
        }
        return rounded;
    }

    private static int lastNotAbove(double[] sorted, double limit) {
        int found = Arrays.binarySearch(sorted, limit);
        return found >= 0 ? found : -found - 2;
    }

    /** The number with the fewest digits from low to below high. */
    static double roundest(double low, double high, double wanted) {
        BigDecimal exact = new BigDecimal(wanted);
        for (int digits = 1; digits <= EXACT_DIGITS; digits++) {
            for (RoundingMode way : WAYS) {
                double candidate = exact.round(new MathContext(digits, way)).doubleValue();
                if (candidate >= low && candidate < high) return candidate;
            }
        }
        return wanted;
    }

    /** 1, 2 or 5 times a power of ten, nearest to the width. */
    static double roundStep(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double lead = width / power;
        double round = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
        return clean(round * power);
    }

    /** Without the last bits of a multiplication. */
    static double clean(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }
}
