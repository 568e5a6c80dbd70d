package tr.kentatlas.api.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tr.kentatlas.spatial.tile.GeometryKind;
import tr.kentatlas.spatial.tile.GridShape;

/**
 * Hands the vertices of two-dimensional WKB (OGC 06-103r4 §8) to whoever draws them. Exterior rings turn the same way, holes the
 * other, as on the grid with its y pointing down.
 */
final class WkbShape {
    private final ByteBuffer wkb;
    private final GridShape.Pen pen;

    private WkbShape(byte[] wkb, GridShape.Pen pen) {
        this.wkb = ByteBuffer.wrap(wkb);
        this.pen = pen;
    }

    static void read(byte[] wkb, GridShape.Pen pen) {
        Bounds bounds = new Bounds();
        new WkbShape(wkb, bounds).geometry();
        if (bounds.isEmpty() || !pen.begins(bounds.kind, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY)) return;
        new WkbShape(wkb, pen).geometry();
    }

    private void geometry() {
        wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = wkb.getInt();
        switch (type) {
            case 1 -> point();
            case 2 -> line();
            case 3 -> polygon();
            default -> {
                for (int left = wkb.getInt(); left > 0; left--) geometry();
            }
        }
    }

    private void point() {
        double x = wkb.getDouble();
        double y = wkb.getDouble();
        if (!Double.isNaN(x)) pen.point(x, y);
    }

    private void line() {
        int points = wkb.getInt();
        for (int i = 0; i < points; i++) vertex(i, wkb.getDouble(), wkb.getDouble());
        if (points > 0) pen.end();
    }

    private void polygon() {
        int rings = wkb.getInt();
        for (int i = 0; i < rings; i++) ring(i == 0 ? -1 : 1);
    }

    /** Forward or backward, so that its turn has the sign wanted. */
    private void ring(int sign) {
        int points = wkb.getInt();
        int from = wkb.position();
        wkb.position(from + 16 * points);
        if (points < 4) return;
        boolean forward = Math.signum(twiceArea(from, points)) == sign;
        for (int i = 0; i < points - 1; i++) {
            int at = from + 16 * (forward ? i : points - 1 - i);
            vertex(i, wkb.getDouble(at), wkb.getDouble(at + 8));
        }
        pen.close();
    }

    private void vertex(int index, double x, double y) {
        if (index == 0) pen.moveTo(x, y);
        else pen.lineTo(x, y);
    }

    /** Seen from the first vertex, so that the digits of a coordinate in millions are not lost. */
    private double twiceArea(int from, int points) {
        double x0 = wkb.getDouble(from);
        double y0 = wkb.getDouble(from + 8);
        double sum = 0;
        for (int i = 0; i < points - 1; i++) {
            int at = from + 16 * i;
            double x = wkb.getDouble(at) - x0;
            double y = wkb.getDouble(at + 8) - y0;
            sum += x * (wkb.getDouble(at + 24) - y0) - (wkb.getDouble(at + 16) - x0) * y;
        }
        return sum;
    }

    /** The box of all vertices, and what they make. */
    private static final class Bounds implements GridShape.Pen {
        private GeometryKind kind = GeometryKind.POINT;
        private double minX = Double.POSITIVE_INFINITY;
        private double minY = Double.POSITIVE_INFINITY;
        private double maxX = Double.NEGATIVE_INFINITY;
        private double maxY = Double.NEGATIVE_INFINITY;

        boolean isEmpty() {
            return minX > maxX;
        }

        @Override
        public boolean begins(GeometryKind of, double west, double south, double east, double north) {
            return true;
        }

        @Override
        public void point(double x, double y) {
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }

        @Override
        public void moveTo(double x, double y) {
            point(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            point(x, y);
        }

        @Override
        public void close() {
            kind = GeometryKind.POLYGON;
        }

        @Override
        public void end() {
            kind = GeometryKind.LINE;
        }
    }
}
