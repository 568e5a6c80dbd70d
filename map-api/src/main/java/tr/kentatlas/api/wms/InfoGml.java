package tr.kentatlas.api.wms;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tr.kentatlas.api.http.XmlText;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.spatial.model.Attribute;

/** What lies at a pixel as a feature collection of GML 2 (OGC 02-069), which GDAL asks for unless told otherwise: attributes, no geometry. */
final class InfoGml {
    static final String FORMAT = "application/vnd.ogc.gml";

    private static final String GML = "http://www.opengis.net/gml";

    private final XMLStreamWriter xml;

    private InfoGml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(List<FeatureInfo.Found> found) {
        StringWriter text = new StringWriter();
        try {
            new InfoGml(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).whole(found);
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
        List<Attribute> attributes = found.layer().type().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Object value = found.feature().values().get(i);
            if (value == null || !Facts.isForPeople(attributes.get(i))) continue;
            xml.writeStartElement(attributes.get(i).name());
            xml.writeCharacters(XmlText.of(value.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
