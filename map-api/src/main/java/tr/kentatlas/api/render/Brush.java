package tr.kentatlas.api.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Paints symbols with Java2D. */
final class Brush {
    private Brush() {}

    static void area(Graphics2D canvas, Symbol symbol, Path2D areas) {
        if (symbol.fill() != 0) {
            canvas.setColor(new Color(symbol.fill(), true));
            canvas.fill(areas);
        }
        line(canvas, symbol, areas);
    }

    static void line(Graphics2D canvas, Symbol symbol, Path2D lines) {
        if (symbol.stroke() == 0 || symbol.width() <= 0) return;
        canvas.setColor(new Color(symbol.stroke(), true));
        canvas.setStroke(stroke(symbol));
        canvas.draw(lines);
    }

    static void circle(Graphics2D canvas, Symbol symbol, double x, double y) {
        double radius = Math.max(symbol.radius(), 1);
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        canvas.setColor(new Color(symbol.fill() != 0 ? symbol.fill() : symbol.stroke(), true));
        canvas.fill(circle);
        if (symbol.fill() == 0 || symbol.stroke() == 0 || symbol.width() <= 0) return;
        canvas.setColor(new Color(symbol.stroke(), true));
        canvas.setStroke(new BasicStroke((float) symbol.width()));
        canvas.draw(circle);
    }

    private static BasicStroke stroke(Symbol symbol) {
        float width = (float) symbol.width();
        int cap = symbol.fill() != 0 ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND;
        if (symbol.dashes().isEmpty()) return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND);
        float[] dashes = new float[symbol.dashes().size()];
        for (int i = 0; i < dashes.length; i++)
            dashes[i] = symbol.dashes().get(i).floatValue();
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}
