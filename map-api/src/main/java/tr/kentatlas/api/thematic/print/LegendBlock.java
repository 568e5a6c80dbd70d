package tr.kentatlas.api.thematic.print;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.thematic.print.Type.Weight;

/** The legend as it is set on a sheet: what the map shows, then its classes, in as many columns as there is room for. */
final class LegendBlock {
    private static final float HEADING = 12;
    private static final float SMALL = 9;
    private static final float LARGEST = 10;
    private static final float SMALLEST = 6;
    private static final float SWATCH = 22;
    private static final float INDENT = SWATCH + 8;
    private static final float COLUMN = 165;
    private static final float GUTTER = 14;
    private static final float HINT = 18;

    /** A class: its symbol, and its words in lines. */
    private record Row(LegendPicture.Line line, List<String> words) {}

    private final Type type;
    private final SheetWords words;
    private final float size;
    private final float column;
    private final List<String> about;
    private final List<List<Row>> columns = new ArrayList<>();

    private LegendBlock(Type type, SheetWords words, float width, int columns, float size) throws IOException {
        this.type = type;
        this.words = words;
        this.size = size;
        this.column = (width - (columns - 1) * GUTTER) / columns;
        this.about = type.lines(words.about(), width, SMALL, Weight.REGULAR);
        fill(columns);
    }

    /** Below the map. */
    static LegendBlock wide(Type type, SheetWords words, float width) throws IOException {
        return new LegendBlock(type, words, width, (int) ((width + GUTTER) / (COLUMN + GUTTER)), LARGEST);
    }

    /** Beside the map, in letters small enough for its height. */
    static LegendBlock narrow(Type type, SheetWords words, float width, float height) throws IOException {
        float size = LARGEST;
        LegendBlock block = new LegendBlock(type, words, width, 1, size);
        while (block.height() > height && size > SMALLEST) {
            size -= 0.5f;
            block = new LegendBlock(type, words, width, 1, size);
        }
        return block;
    }

    /** Columns of about the same height, read one after the other. */
    private void fill(int count) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (LegendPicture.Line line : words.lines()) {
            rows.add(new Row(line, type.lines(line.label(), column - INDENT - 4, size, Weight.REGULAR)));
        }
        float share = height(rows) / count;
        List<Row> current = new ArrayList<>();
        for (Row row : rows) {
            current.add(row);
            if (height(current) >= share && columns.size() < count - 1) {
                columns.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) columns.add(current);
    }

    private float height(Row row) {
        return size * (1.6f + 1.2f * (row.words.size() - 1));
    }

    private float height(List<Row> rows) {
        return rows.stream().map(this::height).reduce(0f, Float::sum);
    }

    float height() {
        float tallest = columns.stream().map(this::height).reduce(0f, Math::max);
        return head() + tallest + HINT;
    }

    private float head() {
        return HEADING + about.size() * (SMALL + 3) + 10;
    }

    void draw(Ink ink, float x, float top) throws IOException {
        float y = top - HEADING;
        type.write(words.said("Açıklama", "Legend"), x, y, HEADING, Weight.STRONG);
        for (String line : about) {
            y -= SMALL + 3;
            type.write(line, x, y, SMALL, Weight.REGULAR);
        }
        for (int i = 0; i < columns.size(); i++) draw(ink, columns.get(i), x + i * (column + GUTTER), top - head());
        String hint = words.said("Parantez içinde: detay sayısı", "In brackets: number of features");
        type.write(hint, x, top - height() + 4, 8, Weight.REGULAR);
    }

    private void draw(Ink ink, List<Row> rows, float x, float top) throws IOException {
        float y = top;
        for (Row row : rows) {
            swatch(ink, row.line, x, y - size * 1.3f);
            for (int i = 0; i < row.words.size(); i++) {
                type.write(row.words.get(i), x + INDENT, y - size * (1.1f + 1.2f * i), size, Weight.REGULAR);
            }
            y -= height(row);
        }
    }

    private void swatch(Ink ink, LegendPicture.Line line, float x, float y) {
        float middle = y + size / 2;
        switch (line.symbol().shape()) {
            case POINT -> ink.circle(line.symbol(), x + SWATCH / 2, middle);
            case LINE -> {
                Path2D stroke = new Path2D.Float();
                stroke.moveTo(x + 1, middle);
                stroke.lineTo(x + SWATCH - 1, middle);
                ink.line(line.symbol(), stroke);
            }
            case AREA ->
                ink.area(thin(line.symbol()), new Path2D.Float(new Rectangle2D.Float(x, y, SWATCH, size * 1.1f)));
        }
    }

    private static Symbol thin(Symbol symbol) {
        return new Symbol(
                symbol.shape(), symbol.fill(), symbol.stroke(), symbol.width() / 2, List.of(), symbol.radius());
    }
}
