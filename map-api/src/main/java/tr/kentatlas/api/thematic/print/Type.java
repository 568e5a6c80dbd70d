package tr.kentatlas.api.thematic.print;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import tr.kentatlas.api.render.Lettering;

/** Writes on a page with the shipped typeface, embedded, so that Turkish letters are right on every machine. */
final class Type {
    private static final Color INK = new Color(0x24, 0x2b, 0x33);

    private final PDPageContentStream page;
    private final PDFont regular;
    private final PDFont strong;

    /** The two weights. */
    enum Weight {
        REGULAR,
        STRONG
    }

    Type(PDDocument document, PDPageContentStream page) throws IOException {
        this.page = page;
        this.regular = load(document, Lettering.REGULAR);
        this.strong = load(document, Lettering.SEMI_BOLD);
    }

    private static PDFont load(PDDocument document, String file) throws IOException {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return PDType0Font.load(document, in, true);
        }
    }

    void write(String text, float x, float y, float size, Weight weight) throws IOException {
        PDFont font = font(weight);
        page.beginText();
        page.setNonStrokingColor(INK);
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(writable(text, font));
        page.endText();
    }

    float width(String text, float size, Weight weight) throws IOException {
        PDFont font = font(weight);
        return font.getStringWidth(writable(text, font)) / 1000 * size;
    }

    /** The text in lines no wider than asked for. */
    List<String> lines(String text, float width, float size, Weight weight) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : pieces(text, width, size, weight)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, weight) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return lines;
    }

    /** Its words; one that is wider than a line in parts. */
    private List<String> pieces(String text, float width, float size, Weight weight) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (rest.length() > 1 && width(rest, size, weight) > width) {
                int fitting = rest.length() - 1;
                while (fitting > 1 && width(rest.substring(0, fitting), size, weight) > width) fitting--;
                pieces.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            pieces.add(rest);
        }
        return pieces;
    }

    private PDFont font(Weight weight) {
        return weight == Weight.STRONG ? strong : regular;
    }

    /** A letter the typeface does not have becomes a question mark, and the sheet is printed. */
    private static String writable(String text, PDFont font) throws IOException {
        StringBuilder out = new StringBuilder();
        for (int letter : text.replaceAll("\\p{Cntrl}", " ").codePoints().toArray()) {
            String one = Character.toString(letter);
            try {
                font.encode(one);
                out.append(one);
            } catch (IllegalArgumentException e) {
                out.append('?');
            }
        }
        return out.toString();
    }
}
