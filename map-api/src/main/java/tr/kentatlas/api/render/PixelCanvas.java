package tr.kentatlas.api.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws on the pixels of an image: areas and their fine outlines by {@link Coverage}, whatever else with Java2D. */
final class PixelCanvas implements Canvas {
    private static final int BAND = 512;
    /** How round the corners of an outline are is not seen up to this width, in pixels. */
    private static final double FINE = 1.2;

    private final AwtCanvas java2d;
    private final int[] pixels;
    private final int width;
    private final int height;
    private final Coverage coverage;
    private final Rings rings;

    PixelCanvas(BufferedImage image, Graphics2D graphics) {
        this.java2d = new AwtCanvas(graphics);
        this.pixels = Pixels.of(image);
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.coverage = new Coverage(width, Math.min(BAND, height));
        this.rings = new Rings(coverage);
    }

    @Override
    public void area(Symbol symbol, Path2D areas) {
        if (symbol.fill() != 0) paint(symbol.fill(), () -> rings.inside(areas));
        if (symbol.width() > FINE || !symbol.dashes().isEmpty()) {
            java2d.line(symbol, areas);
        } else if (symbol.stroke() != 0 && symbol.width() > 0) {
            paint(symbol.stroke(), () -> rings.along(areas, symbol.width()));
        }
    }

    @Override
    public void line(Symbol symbol, Path2D lines) {
        java2d.line(symbol, lines);
    }

    @Override
    public void circle(Symbol symbol, double x, double y) {
        java2d.circle(symbol, x, y);
    }

    private void paint(int argb, Runnable edges) {
        for (int top = 0; top < height; top += BAND) {
            coverage.begin(top, Math.min(BAND, height - top));
            edges.run();
            coverage.paint((index, covered) -> pixels[index] = over(pixels[index], argb, covered));
        }
    }

    /** The colour over a pixel whose channels are multiplied by its opacity; the opacity of an image without one is not looked at. */
    private static int over(int below, int argb, float covered) {
        int alpha = Math.round((argb >>> 24) * covered);
        if (alpha == 255) return argb;
        int rest = 255 - alpha;
        return (alpha + part(below >>> 24, rest)) << 24
                | (part(argb >> 16 & 0xff, alpha) + part(below >> 16 & 0xff, rest)) << 16
                | (part(argb >> 8 & 0xff, alpha) + part(below >> 8 & 0xff, rest)) << 8
                | (part(argb & 0xff, alpha) + part(below & 0xff, rest));
    }

    /** A channel times a 255th, rounded. */
    private static int part(int channel, int share) {
        int product = channel * share + 128;
        return (product + (product >> 8)) >> 8;
    }
}
