package tr.kentatlas.api.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Draws with Java2D. */
record AwtCanvas(Graphics2D graphics) implements Canvas {
    @Override
    public void area(Symbol symbol, Path2D areas) {
        Brush.area(graphics, symbol, areas);
    }

    @Override
    public void line(Symbol symbol, Path2D lines) {
        Brush.line(graphics, symbol, lines);
    }

    @Override
    public void circle(Symbol symbol, double x, double y) {
        Brush.circle(graphics, symbol, x, y);
    }
}
