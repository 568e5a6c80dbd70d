package tr.kentatlas.api.render;

import java.awt.geom.Path2D;

/** Something pictures are drawn on: pixels, or a page of paper. */
public interface Canvas {
    void area(Symbol symbol, Path2D areas);

    void line(Symbol symbol, Path2D lines);

    /** A point's circle. */
    void circle(Symbol symbol, double x, double y);
}
