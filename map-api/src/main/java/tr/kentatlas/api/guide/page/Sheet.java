package tr.kentatlas.api.guide.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import tr.kentatlas.api.render.Lettering;

/** Text that flows down A4 pages, in the shipped typeface, embedded; at the foot of each page what holds for all of it. */
final class Sheet implements AutoCloseable {
    static final float MARGIN = 54;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final float LEADING = 1.35f;
    private static final float TEXT = 10;
    private static final float ROW_AIR = 5;
    /** Part of the width that values take. */
    private static final float VALUES = 0.6f;

    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float SMALL = 7.5f;
    private static final float LOWEST = 20;

    private final PDDocument document;
    private final PDType0Font font;
    private final PDType0Font strong;
    private PDPageContentStream pen;
    private boolean isClosed;
    private float y;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        font = load(document, Lettering.REGULAR);
        strong = load(document, Lettering.SEMI_BOLD);
        pen = turn();
    }

    private static PDType0Font load(PDDocument document, String file) throws IOException {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return PDType0Font.load(document, in, true);
        }
    }

    PDPageContentStream pen() {
        return pen;
    }

    /** Room for something of a height; its top edge. A new page when this one has too little left. */
    float room(float height) throws IOException {
        keep(height);
        float top = y;
        y -= height;
        return top;
    }

    /** Goes on on a new page where this one has not as much room, and something stands on it. */
    void keep(float height) throws IOException {
        if (y - height < MARGIN && y < TOP) {
            pen.close();
            pen = turn();
        }
    }

    /** How high a title is with its rows. */
    float height(String title, List<ZoningWords.Row> rows) throws IOException {
        float height = lines(title, TEXT, WIDTH).size() * TEXT * LEADING;
        for (ZoningWords.Row row : rows) height += height(row.value());
        return height;
    }

    private float height(String value) throws IOException {
        return lines(value, TEXT, WIDTH * VALUES).size() * TEXT * LEADING + ROW_AIR;
    }

    /** A title and its rows, on one page where one holds them. */
    void block(String title, List<ZoningWords.Row> rows) throws IOException {
        keep(height(title, rows));
        text(title, TEXT);
        for (ZoningWords.Row row : rows) row(row.label(), row.value());
    }

    void gap(float height) {
        y -= height;
    }

    void text(String text, float size) throws IOException {
        for (String line : lines(text, size, WIDTH)) line(line, MARGIN, room(size * LEADING) - size, size, false);
    }

    void heading(String text, float size) throws IOException {
        for (String line : lines(text, size, WIDTH)) line(line, MARGIN, room(size * LEADING) - size, size, true);
    }

    /** A label and its value side by side, with a hairline above. */
    void row(String label, String value) throws IOException {
        float size = TEXT;
        List<String> values = lines(value, size, WIDTH * VALUES);
        float top = room(height(value));
        pen.setStrokingColor(0.85f, 0.87f, 0.88f);
        pen.setLineWidth(0.5f);
        pen.moveTo(MARGIN, top);
        pen.lineTo(MARGIN + WIDTH, top);
        pen.stroke();
        pen.setNonStrokingColor(0.32f, 0.38f, 0.42f);
        line(label, MARGIN, top - size - 2, size, false);
        pen.setNonStrokingColor(0.13f, 0.19f, 0.23f);
        float at = top - size - 2;
        for (String one : values) {
            line(one, MARGIN + WIDTH * (1 - VALUES), at, size, false);
            at -= size * LEADING;
        }
    }

    void line(String text, float x, float baseline, float size, boolean isBold) throws IOException {
        write(pen, text, x, baseline, size, isBold ? strong : font);
    }

    private void write(PDPageContentStream on, String text, float x, float baseline, float size, PDType0Font chosen)
            throws IOException {
        on.beginText();
        on.setFont(chosen, size);
        on.newLineAtOffset(x, baseline);
        on.showText(drawable(text));
        on.endText();
    }

    /** What holds for every page, and which page of how many it is; the last thing that is written. */
    void foot(String note, String about) throws IOException {
        close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                foot.setNonStrokingColor(0.32f, 0.38f, 0.42f);
                List<String> lines = new ArrayList<>(lines(note, SMALL, WIDTH));
                lines.add(about + "  ·  " + (i + 1) + "/" + pages);
                float at = LOWEST + (lines.size() - 1) * SMALL * LEADING;
                for (String one : lines) {
                    write(foot, one, MARGIN, at, SMALL, font);
                    at -= SMALL * LEADING;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) pen.close();
        isClosed = true;
    }

    private PDPageContentStream turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(drawable(longer)) / 1000 * size > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A sign the font has not is shown as a question mark rather than losing the page. */
    private String drawable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            try {
                font.encode(Character.toString(sign));
                out.appendCodePoint(sign);
            } catch (IOException | IllegalArgumentException e) {
                out.append('?');
            }
        });
        return out.toString();
    }
}
