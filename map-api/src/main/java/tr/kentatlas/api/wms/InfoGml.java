package tr.kentatlas.api.wms;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tr.kentatlas.api.http.XmlText;

/** What lies at a pixel as a feature collection of GML 2 (OGC 02-069), which GDAL asks for unless told otherwise: attributes, no geometry. */
final class InfoGml {
    static final String FORMAT = "application/vnd.ogc.gml";

    private static final String GML = "http://www.opengis.net/gml";

    private final XMLStreamWriter xml;
    private final Locale locale;

    private InfoGml(XMLStreamWriter xml, Locale locale) {
        this.xml = xml;
        this.locale = locale;
    }

    static String write(List<FeatureInfo.Found> found, Locale locale) {
        StringWriter text = new StringWriter();
        try {
            new InfoGml(XMLOutputFactory.newFactory().createXMLStreamWriter(text), locale).whole(found);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what was found cannot be written", e);
        }
        return text.toString();
    }

    private void whole(List<FeatureInfo.Found> found) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("FeatureCollection");
        xml.writeNamespace("gml", GML);
        for (FeatureInfo.Found one : found) member(one);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void member(FeatureInfo.Found found) throws XMLStreamException {
        String type = found.layer().type().type().name();
        xml.writeStartElement("gml", "featureMember", GML);
        xml.writeStartElement(type);
        xml.writeAttribute("fid", type + "." + found.feature().id());
        for (var property : found.properties(locale).entrySet()) {
            xml.writeStartElement(property.getKey());
            xml.writeCharacters(XmlText.of(property.getValue().toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
