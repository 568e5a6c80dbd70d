package tr.kentatlas.api.thematic.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.api.thematic.Theme;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Writes a theme as Styled Layer Descriptor 1.0.0 (OGC 02-070) for a view of geometry, {@value #VALUE} and {@value #CLASS}: one rule per
 * class number, so a style can neither read more nor classify otherwise than the legend says.
 */
public final class Sld {
    /** Names of the view's columns beside its geometry. */
    public static final String CLASS = "sinif";

    public static final String VALUE = "deger";

    private static final String SLD = "http://www.opengis.net/sld";
    private static final String OGC = "http://www.opengis.net/ogc";
    private static final int OPAQUE = 255;

    private final XMLStreamWriter xml;
    private final Symbol.Shape shape;

    private Sld(XMLStreamWriter xml, Symbol.Shape shape) {
        this.xml = xml;
        this.shape = shape;
    }

    /**
     * The style of a theme as XML.
     *
     * @param layer name of the layer it is for
     * @param locale language of the titles
     */
    public static String write(String layer, Theme theme, VisibleType type, Locale locale) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Sld(xml, ThemeLayer.shape(type)).document(layer, theme, type, locale);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private void document(String layer, Theme theme, VisibleType type, Locale locale) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(SLD);
        xml.writeStartElement(SLD, "StyledLayerDescriptor");
        xml.writeDefaultNamespace(SLD);
        xml.writeNamespace("ogc", OGC);
        xml.writeAttribute("version", "1.0.0");
        xml.writeStartElement(SLD, "NamedLayer");
        text("Name", layer);
        xml.writeStartElement(SLD, "UserStyle");
        text("Name", layer);
        text("Title", theme.legend().title().in(locale));
        xml.writeStartElement(SLD, "FeatureTypeStyle");
        rules(theme, type, locale);
        xml.writeEndDocument();
    }

    private void rules(Theme theme, VisibleType type, Locale locale) throws XMLStreamException {
        Symbol none = ThemeLayer.noData(theme, type);
        Legend.Entry noData = theme.legend().noData();
        if (none != null && noData != null) rule("veri-yok", noData.label().in(locale), -1, none);
        List<Symbol> symbols = ThemeLayer.symbols(theme, type);
        for (int i = 0; i < symbols.size(); i++) {
            String title = theme.legend().classes().get(i).label().in(locale);
            rule(CLASS + "-" + i, title, i, symbols.get(i));
        }
    }

    private void rule(String name, String title, int number, Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "Rule");
        text("Name", name);
        text("Title", title);
        xml.writeStartElement("ogc", "Filter", OGC);
        xml.writeStartElement("ogc", number < 0 ? "PropertyIsNull" : "PropertyIsEqualTo", OGC);
        xml.writeStartElement("ogc", "PropertyName", OGC);
        xml.writeCharacters(CLASS);
        xml.writeEndElement();
        if (number >= 0) {
            xml.writeStartElement("ogc", "Literal", OGC);
            xml.writeCharacters(Integer.toString(number));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        symbolizer(symbol);
        xml.writeEndElement();
    }

    private void symbolizer(Symbol symbol) throws XMLStreamException {
        switch (shape) {
            case POINT -> point(symbol);
            case LINE -> line(symbol);
            case AREA -> area(symbol);
            case ANY -> {
                area(symbol);
                point(symbol);
            }
        }
    }

    private void area(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "PolygonSymbolizer");
        fill(symbol);
        stroke(symbol);
        xml.writeEndElement();
    }

    private void line(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "LineSymbolizer");
        stroke(symbol);
        xml.writeEndElement();
    }

    private void point(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "PointSymbolizer");
        xml.writeStartElement(SLD, "Graphic");
        xml.writeStartElement(SLD, "Mark");
        text("WellKnownName", "circle");
        fill(symbol);
        stroke(symbol);
        xml.writeEndElement();
        text("Size", number(2 * symbol.radius()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void fill(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "Fill");
        parameter("fill", colour(symbol.fill()));
        if (symbol.fill() >>> 24 != OPAQUE) parameter("fill-opacity", number((symbol.fill() >>> 24) / 255.0));
        xml.writeEndElement();
    }

    private void stroke(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "Stroke");
        parameter("stroke", colour(symbol.stroke()));
        parameter("stroke-width", number(symbol.width()));
        if (shape == Symbol.Shape.LINE) parameter("stroke-linecap", "round");
        parameter("stroke-linejoin", "round");
        xml.writeEndElement();
    }

    private void parameter(String name, String value) throws XMLStreamException {
        xml.writeStartElement(SLD, "CssParameter");
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(SLD, element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static String colour(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
