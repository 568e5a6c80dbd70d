package tr.kentatlas.api.render;

import java.util.Arrays;

/** Places on the picture, in pixels. */
final class Points {
    private double[] xy = new double[64];
    private int size;

    void add(double x, double y) {
        if (2 * size == xy.length) xy = Arrays.copyOf(xy, 2 * xy.length);
        xy[2 * size] = x;
        xy[2 * size++ + 1] = y;
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xy[2 * index];
    }

    double y(int index) {
        return xy[2 * index + 1];
    }
}
