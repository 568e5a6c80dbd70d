package tr.kentatlas.spatial.tile;

import java.util.Arrays;

/**
 * The vertices of one line or of one ring (whose last vertex is not repeated), reused from part to part. 64 bits, because
 * a city's boundary seen from a tile of zoom 22 lies 2^34 tile units away.
 */
final class VertexList {
    private long[] xs;
    private long[] ys;
    private int size;

    VertexList(int capacity) {
        xs = new long[capacity];
        ys = new long[capacity];
    }

    int size() {
        return size;
    }

    long x(int index) {
        return xs[index];
    }

    long y(int index) {
        return ys[index];
    }

    void clear() {
        size = 0;
    }

    /** Adds a vertex unless it repeats the last one. */
    void add(long x, long y) {
        int last = size - 1;
        if (last >= 0 && xs[last] == x && ys[last] == y) {
            return;
        }
        if (size == xs.length) {
            grow();
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** Drops the repetition of the first vertex at the end. */
    void open() {
        while (size > 1 && xs[0] == xs[size - 1] && ys[0] == ys[size - 1]) {
            size--;
        }
    }

    /** Twice the area of the ring by the surveyor's formula: positive is clockwise on screen, as y points down. */
    long twiceArea() {
        long sum = 0;
        for (int i = 0, before = size - 1; i < size; before = i++) {
            sum += xs[before] * ys[i] - xs[i] * ys[before];
        }
        return sum;
    }

    /** The box of a list that is not empty and lies on the grid. */
    GridBox box() {
        long minX = xs[0];
        long minY = ys[0];
        long maxX = minX;
        long maxY = minY;
        for (int i = 1; i < size; i++) {
            minX = Math.min(minX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxX = Math.max(maxX, xs[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        return new GridBox((int) minX, (int) minY, (int) maxX, (int) maxY);
    }

    void reverse() {
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            swap(xs, low, high);
            swap(ys, low, high);
        }
    }

    /** Drops the vertices of a line that lie on the straight way between their neighbours. */
    void straightenLine() {
        int kept = Math.min(size, 1);
        for (int i = 1; i < size; i++) {
            if (kept >= 2 && isStraight(kept - 2, kept - 1, i) && isForward(kept - 2, kept - 1, i)) {
                kept--;
            }
            move(i, kept++);
        }
        size = kept;
    }

    /** Drops the vertices of a ring that do not change its area: those on a straight side and the tips of spikes. */
    void straightenRing() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            while (kept >= 2 && isStraight(kept - 2, kept - 1, i)) {
                kept--;
            }
            if (kept == 0 || xs[kept - 1] != xs[i] || ys[kept - 1] != ys[i]) {
                move(i, kept++);
            }
        }
        size = kept;
        straightenSeam();
    }

    /** The same where the ring's end meets its start. */
    private void straightenSeam() {
        int from = 0;
        while (size - from >= 3) {
            if (isStraight(size - 2, size - 1, from)) {
                size--;
            } else if (isStraight(size - 1, from, from + 1)) {
                from++;
            } else {
                break;
            }
        }
        dropFirst(from);
    }

    private void dropFirst(int count) {
        if (count > 0) {
            System.arraycopy(xs, count, xs, 0, size - count);
            System.arraycopy(ys, count, ys, 0, size - count);
            size -= count;
        }
    }

    private boolean isStraight(int a, int b, int c) {
        return (xs[b] - xs[a]) * (ys[c] - ys[b]) == (ys[b] - ys[a]) * (xs[c] - xs[b]);
    }

    private boolean isForward(int a, int b, int c) {
        return (xs[b] - xs[a]) * (xs[c] - xs[b]) + (ys[b] - ys[a]) * (ys[c] - ys[b]) >= 0;
    }

    private void move(int from, int to) {
        xs[to] = xs[from];
        ys[to] = ys[from];
    }

    private void grow() {
        xs = Arrays.copyOf(xs, 2 * size);
        ys = Arrays.copyOf(ys, 2 * size);
    }

    private static void swap(long[] values, int a, int b) {
        long held = values[a];
        values[a] = values[b];
        values[b] = held;
    }
}
