package tr.kentatlas.api.render;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A legend as a picture: the symbols as the map has them, each with its words. */
public final class LegendPicture {
    private static final int ROW = 22;
    private static final int PAD = 10;
    private static final int SWATCH_WIDTH = 26;
    private static final int SWATCH_HEIGHT = 15;
    private static final int TITLE = 26;
    private static final Color INK = new Color(0x24, 0x2b, 0x33);
    private static final Font TEXT = Lettering.plain(13);
    private static final Font HEAD = Lettering.strong(14);

    private LegendPicture() {}

    /** One line: a symbol and what it means. */
    public record Line(Symbol symbol, String label) {}

    /** A picture just large enough; without title when that is empty. */
    public static BufferedImage draw(String title, List<Line> lines) {
        int head = head(title);
        Dimension size = size(title, lines);
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(Pixels.of(image), 0xffffffff);
        Graphics2D canvas = image.createGraphics();
        try {
            Painter.prepare(canvas);
            canvas.setColor(INK);
            canvas.setFont(HEAD);
            canvas.drawString(title, PAD, PAD + 10);
            for (int i = 0; i < lines.size(); i++) line(canvas, lines.get(i), PAD / 2 + head + i * ROW);
        } finally {
            canvas.dispose();
        }
        return image;
    }

    /** How large it is. */
    public static Dimension size(String title, List<Line> lines) {
        return new Dimension(width(title, lines), head(title) + Math.max(1, lines.size()) * ROW + PAD);
    }

    private static int head(String title) {
        return title.isEmpty() ? 0 : TITLE;
    }

    private static void line(Graphics2D canvas, Line line, int top) {
        swatch(canvas, line, PAD, top + (ROW - SWATCH_HEIGHT) / 2.0);
        canvas.setColor(INK);
        canvas.setFont(TEXT);
        canvas.drawString(line.label, PAD + SWATCH_WIDTH + 8, top + 16);
    }

    /** The symbol as an area, a stroke or a dot. */
    static void swatch(Graphics2D canvas, Line line, double x, double y) {
        double middle = y + SWATCH_HEIGHT / 2.0;
        switch (line.symbol.shape()) {
            case POINT -> Brush.circle(canvas, line.symbol, x + SWATCH_WIDTH / 2.0, middle);
            case LINE -> {
                Path2D path = new Path2D.Double();
                path.moveTo(x + 2, middle);
                path.lineTo(x + SWATCH_WIDTH - 2, middle);
                Brush.line(canvas, line.symbol, path);
            }
            case AREA ->
                Brush.area(
                        canvas,
                        line.symbol,
                        new Path2D.Double(new Rectangle2D.Double(x, y, SWATCH_WIDTH, SWATCH_HEIGHT)));
        }
    }

    private static int width(String title, List<Line> lines) {
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = probe.createGraphics();
        FontMetrics text = canvas.getFontMetrics(TEXT);
        int labels = lines.stream()
                .mapToInt(line -> SWATCH_WIDTH + 8 + text.stringWidth(line.label))
                .max()
                .orElse(0);
        int width = Math.max(labels, canvas.getFontMetrics(HEAD).stringWidth(title));
        canvas.dispose();
        return width + 2 * PAD + 4;
    }
}
