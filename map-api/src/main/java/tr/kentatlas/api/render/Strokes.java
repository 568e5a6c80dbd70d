package tr.kentatlas.api.render;

import java.awt.geom.Path2D;
import tr.kentatlas.spatial.tile.GeometryKind;
import tr.kentatlas.spatial.tile.GridShape;

/** Gathers all features drawn with one symbol into one path: one filling and one stroke, and no seams between neighbours. */
final class Strokes implements GridShape.Pen {
    /** Vertices nearer than this to the one before, in pixels, add nothing. */
    private static final double STEP = 0.35;
    /** A feature smaller than this is drawn as a dot. */
    private static final double DOT = 0.8;

    private final Screen screen;
    private final GeometryKind kind;
    private final double radius;
    private final double right;
    private final double bottom;
    private final double reach;
    private final Path2D.Float areas = new Path2D.Float(Path2D.WIND_NON_ZERO, 1024);
    private final Path2D.Float lines = new Path2D.Float(Path2D.WIND_NON_ZERO, 64);
    private final Path2D.Float current = new Path2D.Float(Path2D.WIND_NON_ZERO, 64);
    private final Points points = new Points();
    private double lastX;
    private double lastY;
    private int features;

    Strokes(Screen screen, Symbol symbol, int width, int height) {
        this.screen = screen;
        this.kind = symbol.shape().kind();
        this.radius = symbol.radius();
        this.reach = Math.max(radius, symbol.width()) + 1;
        this.right = width + reach;
        this.bottom = height + reach;
    }

    void onto(Canvas canvas, Symbol symbol) {
        if (areas.getCurrentPoint() != null) canvas.area(symbol, areas);
        if (lines.getCurrentPoint() != null) canvas.line(symbol, lines);
        for (int i = 0; i < points.size(); i++) canvas.circle(symbol, points.x(i), points.y(i));
    }

    /** How many features came that are, or just reach, within the picture. */
    int features() {
        return features;
    }

    @Override
    public boolean begins(GeometryKind of, double minX, double minY, double maxX, double maxY) {
        if (of != kind) return false;
        double left = screen.x(minX);
        double end = screen.x(maxX);
        double top = Math.min(screen.y(minY), screen.y(maxY));
        double foot = Math.max(screen.y(minY), screen.y(maxY));
        if (end < -reach || left > right || foot < -reach || top > bottom) return false;
        features++;
        if (radius == 0 && end - left < DOT && foot - top < DOT) {
            dot((left + end) / 2, (top + foot) / 2);
            return false;
        }
        return true;
    }

    private void dot(double x, double y) {
        areas.moveTo(x - DOT / 2, y - DOT / 2);
        areas.lineTo(x + DOT / 2, y - DOT / 2);
        areas.lineTo(x + DOT / 2, y + DOT / 2);
        areas.lineTo(x - DOT / 2, y + DOT / 2);
        areas.closePath();
    }

    @Override
    public void point(double x, double y) {
        points.add(screen.x(x), screen.y(y));
    }

    @Override
    public void moveTo(double x, double y) {
        lastX = screen.x(x);
        lastY = screen.y(y);
        current.moveTo(lastX, lastY);
    }

    @Override
    public void lineTo(double x, double y) {
        double px = screen.x(x);
        double py = screen.y(y);
        if (Math.abs(px - lastX) < STEP && Math.abs(py - lastY) < STEP) return;
        current.lineTo(px, py);
        lastX = px;
        lastY = py;
    }

    @Override
    public void close() {
        current.closePath();
        areas.append(current, false);
        current.reset();
    }

    @Override
    public void end() {
        lines.append(current, false);
        current.reset();
    }
}
