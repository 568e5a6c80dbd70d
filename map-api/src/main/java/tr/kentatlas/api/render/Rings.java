package tr.kentatlas.api.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** Takes the closed rings of a path, without curves, to a {@link Coverage}: their inside, or a band along their edges. */
final class Rings {
    /** A mitre ends here, in half widths; a sharper corner is cut off. */
    private static final double LONGEST_MITRE = 2;

    private final Coverage coverage;
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    Rings(Coverage coverage) {
        this.coverage = coverage;
    }

    void inside(Path2D path) {
        each(path, this::edges);
    }

    /** Half of the band lies on either side. */
    void along(Path2D path, double bandWidth) {
        each(path, () -> band(bandWidth / 2));
    }

    private void each(Path2D path, Runnable ring) {
        double[] point = new double[6];
        size = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) size = 0;
            if (kind == PathIterator.SEG_CLOSE) {
                ring.run();
                size = 0;
            } else {
                add(point[0], point[1]);
            }
        }
    }

    /** Nothing comes of a point that stands where the one before it does. */
    private void add(double x, double y) {
        if (size > 0 && xs[size - 1] == x && ys[size - 1] == y) return;
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    private void edges() {
        for (int i = 0, before = size - 1; i < size; before = i++) {
            coverage.edge(xs[before], ys[before], xs[i], ys[i]);
        }
    }

    /** The ring moved outward, and moved inward and turned round. */
    private void band(double half) {
        while (size > 1 && xs[0] == xs[size - 1] && ys[0] == ys[size - 1]) size--;
        if (size < 2) return;
        double x = 0;
        double y = 0;
        for (int i = 0; i <= size; i++) {
            int here = i % size;
            double[] corner = corner((here + size - 1) % size, here, (here + 1) % size, half);
            if (i > 0) {
                int last = (here + size - 1) % size;
                coverage.edge(xs[last] + x, ys[last] + y, xs[here] + corner[0], ys[here] + corner[1]);
                coverage.edge(xs[here] - corner[0], ys[here] - corner[1], xs[last] - x, ys[last] - y);
            }
            x = corner[0];
            y = corner[1];
        }
    }

    /** From a corner to where the moved edges meet, on the outer side of a ring that turns clockwise on the screen. */
    private double[] corner(int before, int at, int after, double half) {
        double inX = xs[at] - xs[before];
        double inY = ys[at] - ys[before];
        double outX = xs[after] - xs[at];
        double outY = ys[after] - ys[at];
        double in = Math.sqrt(inX * inX + inY * inY);
        double out = Math.sqrt(outX * outX + outY * outY);
        double sumX = inY / in + outY / out;
        double sumY = -inX / in - outX / out;
        double square = sumX * sumX + sumY * sumY;
        double scale = square == 0 ? 0 : Math.min(2 / square, LONGEST_MITRE / Math.sqrt(square));
        return new double[] {half * scale * sumX, half * scale * sumY};
    }
}
