package tr.kentatlas.spatial.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Groups the cells of a district into mahalles: each cell goes to the nearest centre, and no mahalle falls into pieces. */
final class Mahalles {
    private static final double CELLS_EACH = 6.3;
    private final Size size;
    private final int[] owner;
    private final double[][] centres;

    Mahalles(long seed, Size size, int district) {
        this.size = size;
        this.owner = new int[size.columns * size.rows];
        this.centres = centres(Dice.of(seed, "mahalle", district));
        for (int c = 0; c < owner.length; c++) {
            owner[c] = nearest(c % size.columns + 0.5, Math.floorDiv(c, size.columns) + 0.5);
        }
        joinStrays();
    }

    int count() {
        return centres.length;
    }

    /** Number of the mahalle of a cell, counted within the district. */
    int at(int i, int j) {
        return owner[j * size.columns + i];
    }

    private double[][] centres(Dice dice) {
        int across = Math.max(2, (int) Math.round(size.columns / Math.sqrt(CELLS_EACH)));
        int up = Math.max(2, (int) Math.round(size.rows / Math.sqrt(CELLS_EACH)));
        List<double[]> places = new ArrayList<>();
        for (int b = 0; b < up; b++) {
            for (int a = 0; a < across; a++) {
                double x = (a + 0.5 + (b % 2 == 0 ? 0.16 : -0.16) + dice.sway(0.24)) * size.columns / across;
                double y = (b + 0.5 + dice.sway(0.26)) * size.rows / up;
                places.add(new double[] {x, y});
            }
        }
        return places.toArray(double[][]::new);
    }

    private int nearest(double x, double y) {
        int best = 0;
        for (int k = 1; k < centres.length; k++) {
            if (distance(k, x, y) < distance(best, x, y)) {
                best = k;
            }
        }
        return best;
    }

    private double distance(int k, double x, double y) {
        return Math.hypot(centres[k][0] - x, centres[k][1] - y);
    }

    private void joinStrays() {
        for (int k = 0; k < centres.length; k++) {
            boolean[] reached = reach(k);
            for (int c = 0; c < owner.length; c++) {
                if (owner[c] == k && !reached[c]) {
                    owner[c] = neighbourOf(c, k);
                }
            }
        }
    }

    private boolean[] reach(int k) {
        boolean[] reached = new boolean[owner.length];
        int start = -1;
        for (int c = 0; c < owner.length && start < 0; c++) {
            start = owner[c] == k ? c : -1;
        }
        Deque<Integer> open = new ArrayDeque<>(start < 0 ? List.of() : List.of(start));
        while (!open.isEmpty()) {
            int c = open.pop();
            if (!reached[c]) {
                reached[c] = true;
                Arrays.stream(neighbours(c)).filter(n -> owner[n] == k).forEach(open::push);
            }
        }
        return reached;
    }

    private int neighbourOf(int c, int not) {
        return Arrays.stream(neighbours(c))
                .map(n -> owner[n])
                .filter(k -> k != not)
                .findFirst()
                .orElse(not);
    }

    private int[] neighbours(int c) {
        int i = c % size.columns;
        int j = c / size.columns;
        List<Integer> found = new ArrayList<>();
        if (i > 0) {
            found.add(c - 1);
        }
        if (i < size.columns - 1) {
            found.add(c + 1);
        }
        if (j > 0) {
            found.add(c - size.columns);
        }
        if (j < size.rows - 1) {
            found.add(c + size.columns);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
