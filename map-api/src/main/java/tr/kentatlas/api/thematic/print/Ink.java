package tr.kentatlas.api.thematic.print;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import tr.kentatlas.api.render.Canvas;
import tr.kentatlas.api.render.Symbol;

/** Draws symbols as vectors of a PDF page, in whatever units its stream has just then. */
final class Ink implements Canvas {
    /** How far from its ends a circle's control points are (a Bézier quarter). */
    private static final float QUARTER = 0.5523f;

    private static final float OPAQUE = 255f;

    private final PDPageContentStream page;

    Ink(PDPageContentStream page) {
        this.page = page;
    }

    @Override
    public void area(Symbol symbol, Path2D areas) {
        try {
            if (symbol.fill() != 0) {
                colour(symbol.fill(), symbol);
                trace(areas);
                page.fill();
            }
            line(symbol, areas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void line(Symbol symbol, Path2D lines) {
        if (symbol.stroke() == 0 || symbol.width() <= 0) return;
        try {
            colour(symbol.stroke(), symbol);
            float[] dashes = new float[symbol.dashes().size()];
            for (int i = 0; i < dashes.length; i++)
                dashes[i] = symbol.dashes().get(i).floatValue();
            page.setLineDashPattern(dashes, 0);
            trace(lines);
            page.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void circle(Symbol symbol, double x, double y) {
        try {
            colour(symbol.fill() != 0 ? symbol.fill() : symbol.stroke(), symbol);
            circle((float) x, (float) y, (float) Math.max(1, symbol.radius()));
            if (symbol.stroke() != 0 && symbol.width() > 0) page.setStrokingColor(new Color(symbol.stroke()));
            if (symbol.stroke() != 0 && symbol.width() > 0) page.fillAndStroke();
            else page.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void colour(int argb, Symbol symbol) throws IOException {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((argb >>> 24) / OPAQUE);
        state.setStrokingAlphaConstant((argb >>> 24) / OPAQUE);
        page.setGraphicsStateParameters(state);
        page.setNonStrokingColor(new Color(argb));
        page.setStrokingColor(new Color(argb));
        page.setLineWidth((float) symbol.width());
        page.setLineJoinStyle(1);
        page.setLineCapStyle(symbol.fill() == 0 ? 1 : 0);
    }

    private void circle(float x, float y, float r) throws IOException {
        float k = QUARTER * r;
        page.moveTo(x + r, y);
        page.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        page.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        page.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        page.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        page.closePath();
    }

    private void trace(Path2D path) throws IOException {
        float[] at = new float[6];
        for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
            switch (step.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                case PathIterator.SEG_CLOSE -> page.closePath();
                default -> throw new IllegalStateException("stored geometry has no curves");
            }
        }
    }
}
