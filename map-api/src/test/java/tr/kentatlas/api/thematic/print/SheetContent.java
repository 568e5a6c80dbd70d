package tr.kentatlas.api.thematic.print;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What is on a printed sheet: its words with their places, what is filled and drawn in which colour, and how it looks from afar. */
final class SheetContent {
    static final int COLUMNS = 24;
    static final int ROWS = 16;
    private static final int DOTS_PER_INCH = 48;

    private SheetContent() {}

    /** One line for each piece of text: points from the left and from the top, size, words. */
    static String words(PDDocument sheet) throws IOException {
        List<String> lines = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> at) {
                TextPosition first = at.get(0);
                lines.add(String.format(
                        Locale.ROOT,
                        "%4d %4d %4.1f %s",
                        Math.round(first.getXDirAdj()),
                        Math.round(first.getYDirAdj()),
                        first.getFontSizeInPt(),
                        text.replaceAll("\\d{1,2} \\p{L}+ \\d{4}", "<day>")));
            }
        };
        stripper.setSortByPosition(true);
        stripper.getText(sheet);
        return String.join("\n", lines);
    }

    /** The room each piece of text takes, without what its letters have below the line. */
    static List<Rectangle2D> boxes(PDDocument sheet) throws IOException {
        List<Rectangle2D> boxes = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> at) {
                TextPosition first = at.getFirst();
                TextPosition last = at.getLast();
                float width = last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj();
                float height = first.getFontSizeInPt() * 0.7f;
                boxes.add(new Rectangle2D.Float(first.getXDirAdj(), first.getYDirAdj() - height, width, height));
            }
        };
        stripper.getText(sheet);
        return boxes;
    }

    /** For each colour: areas filled, lines drawn, and the corners of both. */
    static String drawing(PDPage page) throws IOException {
        Map<String, long[]> byColour = new TreeMap<>();
        List<COSNumber> numbers = new ArrayList<>();
        String fill = "000000";
        String stroke = "000000";
        long corners = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof COSNumber number) numbers.add(number);
            if (!(token instanceof Operator operator)) continue;
            switch (operator.getName()) {
                case "rg", "sc", "scn", "g" -> fill = colour(numbers);
                case "RG", "SC", "SCN", "G" -> stroke = colour(numbers);
                case "m", "l" -> corners++;
                case "c", "re" -> corners += 4;
                case "f", "f*", "B", "B*" -> {
                    add(byColour, fill, 0, corners);
                    corners = 0;
                }
                case "S", "s" -> {
                    add(byColour, stroke, 1, corners);
                    corners = 0;
                }
                case "n" -> corners = 0;
                default -> {}
            }
            numbers.clear();
        }
        StringBuilder text = new StringBuilder();
        byColour.forEach((colour, counts) -> text.append(String.format(
                Locale.ROOT, "#%s filled %d, drawn %d, corners %d%n", colour, counts[0], counts[1], counts[2])));
        return text.toString().replace("\r", "");
    }

    private static void add(Map<String, long[]> byColour, String colour, int kind, long corners) {
        long[] counts = byColour.computeIfAbsent(colour, key -> new long[3]);
        counts[kind]++;
        counts[2] += corners;
    }

    private static String colour(List<COSNumber> numbers) {
        StringBuilder hex = new StringBuilder();
        int parts = Math.min(3, numbers.size());
        for (int i = 0; i < 3; i++) {
            float part = numbers.get(Math.min(i, parts - 1)).floatValue();
            hex.append(String.format(Locale.ROOT, "%02x", Math.round(part * 255)));
        }
        return hex.toString();
    }

    /** The sheet in {@value #COLUMNS} by {@value #ROWS} cells: the mean colour of each as three numbers. */
    static int[][] cells(PDDocument sheet) throws IOException {
        BufferedImage picture = new PDFRenderer(sheet).renderImageWithDPI(0, DOTS_PER_INCH);
        int[][] cells = new int[COLUMNS * ROWS][];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) cells[row * COLUMNS + column] = mean(picture, column, row);
        }
        return cells;
    }

    private static int[] mean(BufferedImage picture, int column, int row) {
        int left = column * picture.getWidth() / COLUMNS;
        int right = (column + 1) * picture.getWidth() / COLUMNS;
        int top = row * picture.getHeight() / ROWS;
        int bottom = (row + 1) * picture.getHeight() / ROWS;
        long[] sum = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.getRGB(x, y);
                for (int i = 0; i < 3; i++) sum[i] += (pixel >> (16 - 8 * i)) & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return new int[] {(int) (sum[0] / count), (int) (sum[1] / count), (int) (sum[2] / count)};
    }
}
