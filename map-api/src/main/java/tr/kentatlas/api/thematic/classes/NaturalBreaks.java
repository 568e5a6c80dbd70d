package tr.kentatlas.api.thematic.classes;

import tr.kentatlas.spatial.store.thematic.Distribution;

/**
 * Classes with the least sum of squared distances from their means (Fisher 1958, Jenks 1977), exactly. The best start of the last class
 * never moves down as values are added, so each row of the table is filled by halving: O(classes · n · log n) instead of n².
 */
final class NaturalBreaks {
    private final double[] weight;
    private final double[] sum;
    private final double[] squares;
    private double[] before;
    private double[] now;
    private final int[][] starts;

    private NaturalBreaks(Distribution values, int classes) {
        int n = values.size();
        weight = new double[n + 1];
        sum = new double[n + 1];
        squares = new double[n + 1];
        double mean = values.mean(); // seen from the mean the sums keep their digits
        for (int i = 0; i < n; i++) {
            double value = values.value(i) - mean;
            weight[i + 1] = weight[i] + values.count(i);
            sum[i + 1] = sum[i] + values.count(i) * value;
            squares[i + 1] = squares[i] + values.count(i) * value * value;
        }
        before = new double[n + 1];
        now = new double[n + 1];
        starts = new int[classes][n + 1];
    }

    /** The largest value of each class but the last. */
    static double[] find(Distribution values, int wanted) {
        int classes = Math.min(wanted, values.size());
        NaturalBreaks table = new NaturalBreaks(values, classes);
        table.fill(classes, values.size());
        double[] limits = new double[classes - 1];
        int end = values.size();
        for (int k = classes - 1; k > 0; k--) {
            end = table.starts[k][end];
            limits[k - 1] = values.value(end - 1);
        }
        return limits;
    }

    private void fill(int classes, int n) {
        for (int end = 1; end <= n; end++) before[end] = cost(0, end);
        for (int k = 1; k < classes; k++) {
            row(k, k + 1, n, k, n - 1);
            double[] held = before;
            before = now;
            now = held;
        }
    }

    /** Best starts of class k for all ends in a range, knowing between which they lie. */
    private void row(int k, int low, int high, int least, int most) {
        if (low > high) return;
        int end = (low + high) >>> 1;
        double best = Double.POSITIVE_INFINITY;
        int at = least;
        for (int start = Math.max(least, k); start <= Math.min(most, end - 1); start++) {
            double cost = before[start] + cost(start, end);
            if (cost < best) {
                best = cost;
                at = start;
            }
        }
        now[end] = best;
        starts[k][end] = at;
        row(k, low, end - 1, least, at);
        row(k, end + 1, high, at, most);
    }

    /** Squared distances from their mean of the values from start, before end. */
    private double cost(int start, int end) {
        double s = sum[end] - sum[start];
        return Math.max(0, squares[end] - squares[start] - s * s / (weight[end] - weight[start]));
    }
}
