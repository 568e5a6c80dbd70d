package tr.kentatlas.registry.file;

import java.util.Arrays;

/** Where rows are in a file, those on lines that follow one another as one run: a few bytes for each, however the file is sorted. */
final class RowRuns {
    private long[] begins = new long[4];
    private int[] lines = new int[4];
    private int[] rows = new int[4];
    private int count;

    /** @param begin byte at which the row begins; rows are added in their order */
    void add(long begin, int line) {
        if (count > 0 && lines[count - 1] + rows[count - 1] == line) {
            rows[count - 1]++;
            return;
        }
        if (count == lines.length) grow();
        begins[count] = begin;
        lines[count] = line;
        rows[count] = 1;
        count++;
    }

    private void grow() {
        begins = Arrays.copyOf(begins, 2 * count);
        lines = Arrays.copyOf(lines, 2 * count);
        rows = Arrays.copyOf(rows, 2 * count);
    }

    int count() {
        return count;
    }

    long begin(int run) {
        return begins[run];
    }

    int line(int run) {
        return lines[run];
    }

    int rows(int run) {
        return rows[run];
    }
}
