package tr.kentatlas.api.render.sld;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tr.kentatlas.api.http.XmlText;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/** Writes rules as a Styled Layer Descriptor 1.0.0 (OGC 02-070); each coat is drawn over the one before. */
public final class SldWriter {
    private static final String SLD = "http://www.opengis.net/sld";
    private static final String OGC = "http://www.opengis.net/ogc";
    private static final int OPAQUE = 255;

    private final XMLStreamWriter xml;
    private final boolean mixed;

    private SldWriter(XMLStreamWriter xml, boolean mixed) {
        this.xml = xml;
        this.mixed = mixed;
    }

    /**
     * A style sheet as XML.
     *
     * @param mixed whether the layer has several kinds of geometry: then each rule is for its own only, since a server would fill lines and
     *     put a mark in every area
     */
    public static String write(String layer, String title, List<SldCoat> coats, boolean mixed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new SldWriter(xml, mixed).document(layer, title, coats);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private void document(String layer, String title, List<SldCoat> coats) throws XMLStreamException {
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
        text("Title", title);
        for (SldCoat coat : coats) {
            xml.writeStartElement(SLD, "FeatureTypeStyle");
            for (SldRule rule : coat.rules()) rule(rule);
            if (coat.isSorted()) sorted();
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    /** Features with the higher number lie over the others (GeoServer's z-ordering, a vendor option of SLD). */
    private void sorted() throws XMLStreamException {
        xml.writeStartElement(SLD, "VendorOption");
        xml.writeAttribute("name", "sortBy");
        xml.writeCharacters(MapViewSql.CLASS);
        xml.writeEndElement();
    }

    private void rule(SldRule rule) throws XMLStreamException {
        xml.writeStartElement(SLD, "Rule");
        text("Name", rule.name());
        text("Title", rule.title());
        filter(rule);
        if (rule.from() > 0) text("MinScaleDenominator", number(rule.from()));
        if (Double.isFinite(rule.below())) text("MaxScaleDenominator", number(rule.below()));
        symbolizer(rule.symbol());
        xml.writeEndElement();
    }

    private void filter(SldRule rule) throws XMLStreamException {
        xml.writeStartElement("ogc", "Filter", OGC);
        if (mixed) xml.writeStartElement("ogc", "And", OGC);
        classes(rule.classes());
        if (mixed) {
            dimension(rule.symbol().shape());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void classes(List<Integer> classes) throws XMLStreamException {
        if (classes.isEmpty()) {
            xml.writeStartElement("ogc", "PropertyIsNull", OGC);
            property(MapViewSql.CLASS);
            xml.writeEndElement();
        }
        if (classes.size() > 1) xml.writeStartElement("ogc", "Or", OGC);
        for (int number : classes) equal(number);
        if (classes.size() > 1) xml.writeEndElement();
    }

    private void equal(int number) throws XMLStreamException {
        xml.writeStartElement("ogc", "PropertyIsEqualTo", OGC);
        property(MapViewSql.CLASS);
        literal(number);
        xml.writeEndElement();
    }

    /** GeoServer's function of that name: 2 for areas, 1 for lines, 0 for points, one part or many. */
    private void dimension(Symbol.Shape shape) throws XMLStreamException {
        xml.writeStartElement("ogc", "PropertyIsEqualTo", OGC);
        xml.writeStartElement("ogc", "Function", OGC);
        xml.writeAttribute("name", "dimension");
        property(FeatureGeometry.COLUMN);
        xml.writeEndElement();
        literal(
                switch (shape) {
                    case AREA -> 2;
                    case LINE -> 1;
                    case POINT -> 0;
                });
        xml.writeEndElement();
    }

    private void property(String name) throws XMLStreamException {
        xml.writeStartElement("ogc", "PropertyName", OGC);
        xml.writeCharacters(name);
        xml.writeEndElement();
    }

    private void literal(int number) throws XMLStreamException {
        xml.writeStartElement("ogc", "Literal", OGC);
        xml.writeCharacters(Integer.toString(number));
        xml.writeEndElement();
    }

    private void symbolizer(Symbol symbol) throws XMLStreamException {
        switch (symbol.shape()) {
            case POINT -> point(symbol);
            case LINE -> line(symbol);
            case AREA -> area(symbol);
        }
    }

    private void area(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "PolygonSymbolizer");
        paint(symbol);
        xml.writeEndElement();
    }

    private void line(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "LineSymbolizer");
        paint(symbol);
        xml.writeEndElement();
    }

    private void point(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "PointSymbolizer");
        xml.writeStartElement(SLD, "Graphic");
        xml.writeStartElement(SLD, "Mark");
        text("WellKnownName", "circle");
        paint(symbol);
        xml.writeEndElement();
        text("Size", number(2 * symbol.radius()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** A colour of 0 is none: nothing is written, and nothing is drawn. */
    private void paint(Symbol symbol) throws XMLStreamException {
        if (symbol.shape() != Symbol.Shape.LINE && symbol.fill() != 0) {
            xml.writeStartElement(SLD, "Fill");
            colour("fill", symbol.fill());
            xml.writeEndElement();
        }
        if (symbol.stroke() != 0 && symbol.width() > 0) stroke(symbol);
    }

    private void stroke(Symbol symbol) throws XMLStreamException {
        xml.writeStartElement(SLD, "Stroke");
        colour("stroke", symbol.stroke());
        parameter("stroke-width", number(symbol.width()));
        if (symbol.shape() == Symbol.Shape.LINE && symbol.dashes().isEmpty()) parameter("stroke-linecap", "round");
        parameter("stroke-linejoin", "round");
        if (!symbol.dashes().isEmpty()) {
            parameter(
                    "stroke-dasharray",
                    symbol.dashes().stream().map(SldWriter::number).collect(Collectors.joining(" ")));
        }
        xml.writeEndElement();
    }

    private void colour(String name, int argb) throws XMLStreamException {
        parameter(name, String.format(Locale.ROOT, "#%06x", argb & 0xffffff));
        if (argb >>> 24 != OPAQUE) parameter(name + "-opacity", number((argb >>> 24) / 255.0));
    }

    private void parameter(String name, String value) throws XMLStreamException {
        xml.writeStartElement(SLD, "CssParameter");
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(SLD, element);
        xml.writeCharacters(XmlText.of(value));
        xml.writeEndElement();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
