package tr.kentatlas.api.thematic.print;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import tr.kentatlas.api.City;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.api.thematic.print.Type.Weight;
import tr.kentatlas.api.thematic.render.LegendPicture;
import tr.kentatlas.api.thematic.render.Symbol;
import tr.kentatlas.api.thematic.render.ThemeLayer;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.Edition;

/** What stands around the map on a sheet: title, frame, legend, scale bar, north arrow, source and decision. */
final class Furniture {
    private static final ZoneId TURKEY = ZoneId.of("Europe/Istanbul");
    private static final Color LINE = new Color(0x8a, 0x93, 0x9c);
    private static final Color DARK = new Color(0x24, 0x2b, 0x33);
    private static final float ROW = 16;
    private static final float SWATCH = 22;
    private static final float LONGEST_BAR = 150;

    private final PDPageContentStream page;
    private final Type type;
    private final SheetRequest request;
    private final MapScale scale;
    private final Locale locale;

    Furniture(PDDocument document, PDPageContentStream page, SheetRequest request, MapScale scale) throws IOException {
        this.page = page;
        this.type = new Type(document, page);
        this.request = request;
        this.scale = scale;
        this.locale = request.locale().getLanguage().equals("en") ? Locale.UK : Locale.of("tr", "TR");
    }

    void draw(City city, Edition edition) throws IOException {
        Paper.Box map = request.paper().map();
        title(city, map);
        page.setStrokingColor(LINE);
        page.setLineDashPattern(new float[0], 0);
        page.setLineWidth(0.8f);
        page.addRect(map.x(), map.y(), map.width(), map.height());
        page.stroke();
        north(map.right() - 24, map.top() - 44);
        Paper.Box legend = request.paper().legend();
        legend(legend);
        bar(legend.x(), legend.y() + 4);
        foot(edition);
    }

    private void title(City city, Paper.Box map) throws IOException {
        float room = request.paper().width() - 2 * request.paper().margin();
        String title = request.theme().legend().title().in(locale);
        float size = Math.min(20, 20 * room / type.width(title, 20, Weight.STRONG));
        type.write(title, map.x(), map.top() + 26, size, Weight.STRONG);
        type.write(city.name(), map.x(), map.top() + 9, 11, Weight.REGULAR);
    }

    private void legend(Paper.Box box) throws IOException {
        float y = box.top() - 12;
        type.write(said("Açıklama", "Legend"), box.x(), y, 12, Weight.STRONG);
        Text unit = request.theme().legend().unit();
        if (unit != null) {
            y -= 14;
            type.write(said("Birim: ", "Unit: ") + unit.in(locale), box.x(), y, 9, Weight.REGULAR);
        }
        y -= 8;
        Ink ink = new Ink(page);
        for (LegendPicture.Line line : ThemeLayer.legend(request.theme(), request.type(), locale)) {
            List<String> words = type.lines(line.label(), box.width() - SWATCH - 12, 10, Weight.REGULAR);
            y -= ROW;
            swatch(ink, line, box.x(), y);
            for (int i = 0; i < words.size(); i++) {
                if (i > 0) y -= 12;
                type.write(words.get(i), box.x() + SWATCH + 8, y + 2, 10, Weight.REGULAR);
            }
        }
        type.write(
                said("Parantez içinde: detay sayısı", "In brackets: number of features"),
                box.x(),
                y - 16,
                8,
                Weight.REGULAR);
    }

    private static void swatch(Ink ink, LegendPicture.Line line, float x, float y) {
        switch (line.shape()) {
            case POINT -> ink.circle(line.symbol(), x + SWATCH / 2, y + 5);
            case LINE -> {
                Path2D stroke = new Path2D.Float();
                stroke.moveTo(x + 1, y + 5);
                stroke.lineTo(x + SWATCH - 1, y + 5);
                ink.line(line.symbol(), stroke);
            }
            case AREA, ANY -> ink.area(thin(line.symbol()), new Path2D.Float(new Rectangle2D.Float(x, y, SWATCH, 11)));
        }
    }

    private static Symbol thin(Symbol symbol) {
        return new Symbol(symbol.fill(), symbol.stroke(), symbol.width() / 2, List.of(), symbol.radius());
    }

    private void bar(float x, float y) throws IOException {
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
        String end = metres >= 1000 ? number(metres / 1000) + " km" : number(metres) + " m";
        type.write(end, x + length - type.width(end, 8, Weight.REGULAR) / 2, y + 7, 8, Weight.REGULAR);
        String ratio = said("Ölçek 1:", "Scale 1:") + number(scale.denominator());
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
        String letter = said("K", "N");
        type.write(letter, x - type.width(letter, 11, Weight.STRONG) / 2, y + 29, 11, Weight.STRONG);
    }

    private void foot(Edition edition) throws IOException {
        LocalDate day = LocalDate.ofInstant(edition.publishedAt(), TURKEY);
        Text source = request.theme().map().source();
        String origin = source.in(locale).isBlank() ? "" : said("Kaynak: ", "Source: ") + source.in(locale) + "  ·  ";
        String what = origin + said("Yayın ", "Release ") + edition.release() + ", "
                + ValueWords.plain(locale).day(day) + "  ·  EPSG:" + edition.srid();
        String decided = request.decision() == null
                ? said("Taslak: kararla yayımlanmamıştır", "Draft: not published by a decision")
                : said("Karar: ", "Decision: ") + request.decision();
        float x = request.paper().margin();
        type.write(what, x, x + 12, 8.5f, Weight.REGULAR);
        type.write(decided, x, x, 8.5f, Weight.STRONG);
    }

    private String number(double value) {
        return NumberFormat.getNumberInstance(locale).format(value);
    }

    private String said(String turkish, String english) {
        return locale.getLanguage().equals("en") ? english : turkish;
    }
}
