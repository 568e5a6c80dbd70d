package tr.kentatlas.api.thematic.print;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import tr.kentatlas.api.thematic.print.Type.Weight;

/** What stands around the map on a sheet: title, frame, legend, scale bar, north arrow, source and decision. */
final class Furniture {
    private static final Color LINE = new Color(0x8a, 0x93, 0x9c);
    private static final Color DARK = new Color(0x24, 0x2b, 0x33);
    private static final float LONGEST_BAR = 150;

    private final PDPageContentStream page;
    private final Type type;
    private final Paper paper;
    private final SheetWords words;
    private final Layout layout;

    Furniture(PDDocument document, PDPageContentStream page, SheetWords words) throws IOException {
        this.page = page;
        this.type = new Type(document, page);
        this.paper = words.request().paper();
        this.words = words;
        this.layout = Layout.of(paper, words, type);
    }

    /** The room that is left for the map. */
    Paper.Box map() {
        return layout.map();
    }

    void draw(MapScale scale) throws IOException {
        Paper.Box map = layout.map();
        title(map);
        page.setStrokingColor(LINE);
        page.setLineDashPattern(new float[0], 0);
        page.setLineWidth(0.8f);
        page.addRect(map.x(), map.y(), map.width(), map.height());
        page.stroke();
        north(map.right() - 24, map.top() - 44);
        layout.legend().draw(new Ink(page), layout.side().x(), layout.side().top());
        bar(scale, layout.side().x(), layout.side().y() + 4);
        foot();
    }

    private void title(Paper.Box map) throws IOException {
        Layout.Written written = layout.written();
        float y = map.top() + 26;
        for (String line : written.title().reversed()) {
            type.write(line, map.x(), y, written.titleSize(), Weight.STRONG);
            y += written.titleSize() * Layout.LEADING;
        }
        type.write(words.city().name(), map.x(), map.top() + 9, 11, Weight.REGULAR);
    }

    private void bar(MapScale scale, float x, float y) throws IOException {
        double metres = scale.barMetres(LONGEST_BAR);
        float length = scale.points(metres);
        page.setStrokingColor(DARK);
        page.setLineWidth(0.7f);
        for (int i = 0; i < 4; i++) {
            page.setNonStrokingColor(i % 2 == 0 ? DARK : Color.WHITE);
            page.addRect(x + i * length / 4, y, length / 4, 4);
            page.fillAndStroke();
        }
        type.write("0", x, y + 7, 8, Weight.REGULAR);
        String end = metres >= 1000 ? words.number(metres / 1000) + " km" : words.number(metres) + " m";
        type.write(end, x + length - type.width(end, 8, Weight.REGULAR) / 2, y + 7, 8, Weight.REGULAR);
        String ratio = words.said("Ölçek 1:", "Scale 1:") + words.number(scale.denominator());
        type.write(ratio, x, y + 20, 10, Weight.STRONG);
    }

    private void north(float x, float y) throws IOException {
        page.setStrokingColor(Color.WHITE);
        page.setNonStrokingColor(DARK);
        page.setLineWidth(0.8f);
        page.moveTo(x, y + 26);
        page.lineTo(x + 8, y);
        page.lineTo(x, y + 6);
        page.lineTo(x - 8, y);
        page.closePath();
        page.fillAndStroke();
        String letter = words.said("K", "N");
        type.write(letter, x - type.width(letter, 11, Weight.STRONG) / 2, y + 29, 11, Weight.STRONG);
    }

    private void foot() throws IOException {
        float y = foot(layout.written().decision(), paper.margin(), Weight.STRONG);
        foot(layout.written().origin(), y, Weight.REGULAR);
    }

    /** From the last line upwards; gives back where the next one stands. */
    private float foot(List<String> lines, float from, Weight weight) throws IOException {
        float y = from;
        for (String line : lines.reversed()) {
            type.write(line, paper.margin(), y, Layout.FOOT_SIZE, weight);
            y += Layout.FOOT_LINE;
        }
        return y;
    }
}
