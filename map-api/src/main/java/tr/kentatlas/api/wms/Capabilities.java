package tr.kentatlas.api.wms;

import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.XmlText;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.tile.WorldGrid;

/** Writes the capabilities of the service for one caller (OGC 06-042 §7.2, 01-068r3 §7.1). */
final class Capabilities {
    private static final String WMS = "http://www.opengis.net/wms";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamWriter xml;
    private final Version version;
    private final View view;
    private final Reaches reaches;
    private final String address;
    private final Locale locale;
    private final Function<Catalogue.Entry, Optional<Dimension>> legends;

    Capabilities(
            XMLStreamWriter xml,
            Version version,
            View view,
            Reaches reaches,
            String address,
            Locale locale,
            Function<Catalogue.Entry, Optional<Dimension>> legends) {
        this.legends = legends;
        this.xml = xml;
        this.version = version;
        this.view = view;
        this.reaches = reaches;
        this.address = address;
        this.locale = locale;
    }

    /** What maps can be drawn in: the city's own system, web Mercator and the geographic ones. */
    static List<Crs> crs(int storageSrid) {
        return Stream.of(Crs.epsg(storageSrid), Crs.epsg(3857), Crs.epsg(4326), Crs.CRS84)
                .distinct()
                .toList();
    }

    static String crsNames(int storageSrid) {
        return crs(storageSrid).stream().map(Capabilities::name).collect(Collectors.joining(", "));
    }

    private static String name(Crs crs) {
        return crs.equals(Crs.CRS84) ? "CRS:84" : "EPSG:" + crs.srid();
    }

    void write(City city, List<Catalogue.Entry> layers) throws XMLStreamException {
        boolean newer = version == Version.V1_3_0;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(newer ? "WMS_Capabilities" : "WMT_MS_Capabilities");
        if (newer) xml.writeDefaultNamespace(WMS);
        xml.writeNamespace("xlink", XLINK);
        xml.writeAttribute("version", version.number());
        service(city);
        xml.writeStartElement("Capability");
        requests();
        xml.writeStartElement("Exception");
        text("Format", newer ? "XML" : version.exceptionType());
        text("Format", newer ? "INIMAGE" : "application/vnd.ogc.se_inimage");
        text("Format", newer ? "BLANK" : "application/vnd.ogc.se_blank");
        xml.writeEndElement();
        layers(city, layers);
        xml.writeEndDocument();
    }

    private void service(City city) throws XMLStreamException {
        xml.writeStartElement("Service");
        text("Name", version == Version.V1_3_0 ? "WMS" : "OGC:WMS");
        text("Title", city.name());
        text("Abstract", locale.getLanguage().equals("en") ? "Maps of the city" : "Kentin haritaları");
        link("OnlineResource", address);
        text("Fees", "none");
        String credits = city.credits().text();
        text("AccessConstraints", credits.isEmpty() ? "none" : credits);
        if (version == Version.V1_3_0) {
            text("LayerLimit", Integer.toString(Parameters.MOST_LAYERS));
            text("MaxWidth", Integer.toString(Parameters.LARGEST_SIDE));
            text("MaxHeight", Integer.toString(Parameters.LARGEST_SIDE));
        }
        xml.writeEndElement();
    }

    private void requests() throws XMLStreamException {
        xml.writeStartElement("Request");
        request("GetCapabilities", List.of(version.capabilitiesType()));
        request("GetMap", List.of("image/png"));
        request("GetFeatureInfo", FeatureInfo.FORMATS);
        xml.writeEndElement();
    }

    private void request(String name, List<String> formats) throws XMLStreamException {
        xml.writeStartElement(name);
        for (String format : formats) text("Format", format);
        xml.writeStartElement("DCPType");
        xml.writeStartElement("HTTP");
        xml.writeStartElement("Get");
        link("OnlineResource", begun());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void layers(City city, List<Catalogue.Entry> layers) throws XMLStreamException {
        xml.writeStartElement("Layer");
        text("Title", city.name());
        for (Crs crs : crs(view.edition().srid())) text(version.crsParameter(), name(crs));
        boxes(whole());
        attribution(city.credits());
        for (Catalogue.Entry layer : layers) layer(layer, layers);
        xml.writeEndElement();
    }

    /** One for all layers (OGC 06-042 §7.2.4.6.7). */
    private void attribution(Credits credits) throws XMLStreamException {
        if (credits.all().isEmpty()) return;
        xml.writeStartElement("Attribution");
        text("Title", credits.text());
        for (Link licence : Link.ofLicences(credits).stream().limit(1).toList()) link("OnlineResource", licence.href());
        xml.writeEndElement();
    }

    /** The city's box, unless the grant shows a part of it only. */
    private @Nullable Envelope whole() {
        boolean all = view.types().stream().allMatch(VisibleType::showsAll);
        return all ? view.edition().extent() : reaches.extent(view, view.types());
    }

    private void layer(Catalogue.Entry layer, List<Catalogue.Entry> all) throws XMLStreamException {
        VisibleType type = layer.type();
        xml.writeStartElement("Layer");
        xml.writeAttribute("queryable", "1");
        text("Name", layer.name());
        text("Title", layer.title().in(locale));
        text("Abstract", type.type().description().in(locale));
        boxes(reaches.of(view, type).extent());
        style("default", layer, layer.name());
        if (layer.map().isEmpty()) {
            for (Catalogue.Entry other : all) {
                if (other.map().isEmpty() || !other.type().equals(type)) continue;
                style(other.name(), other, layer.name());
            }
        }
        xml.writeEndElement();
    }

    private void style(String name, Catalogue.Entry look, String layer) throws XMLStreamException {
        xml.writeStartElement("Style");
        text("Name", name);
        text("Title", look.title().in(locale));
        Optional<Dimension> size = legends.apply(look);
        if (size.isPresent()) legend(name, layer, size.get());
        xml.writeEndElement();
    }

    private void legend(String name, String layer, Dimension size) throws XMLStreamException {
        xml.writeStartElement("LegendURL");
        xml.writeAttribute("width", Integer.toString(size.width));
        xml.writeAttribute("height", Integer.toString(size.height));
        text("Format", "image/png");
        link(
                "OnlineResource",
                begun() + "SERVICE=WMS&VERSION=" + version.number()
                        + "&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=" + layer + "&STYLE=" + name);
        xml.writeEndElement();
    }

    /** The box in the geographic form of the version, and in web Mercator; none for what has no place. */
    private void boxes(@Nullable Envelope degrees) throws XMLStreamException {
        if (degrees == null) return;
        if (version == Version.V1_3_0) {
            xml.writeStartElement("EX_GeographicBoundingBox");
            text("westBoundLongitude", number(degrees.getMinX()));
            text("eastBoundLongitude", number(degrees.getMaxX()));
            text("southBoundLatitude", number(degrees.getMinY()));
            text("northBoundLatitude", number(degrees.getMaxY()));
            xml.writeEndElement();
        } else {
            xml.writeEmptyElement("LatLonBoundingBox");
            corners(degrees);
        }
        box(Crs.epsg(4326), degrees);
        box(
                Crs.epsg(3857),
                new Envelope(
                        WorldGrid.easting(degrees.getMinX()),
                        WorldGrid.easting(degrees.getMaxX()),
                        WorldGrid.northing(degrees.getMinY()),
                        WorldGrid.northing(degrees.getMaxY())));
    }

    private void box(Crs crs, Envelope box) throws XMLStreamException {
        xml.writeEmptyElement("BoundingBox");
        xml.writeAttribute(version.crsParameter(), name(crs));
        corners(
                version.northFirst(crs)
                        ? new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX())
                        : box);
    }

    private void corners(Envelope box) throws XMLStreamException {
        xml.writeAttribute("minx", number(box.getMinX()));
        xml.writeAttribute("miny", number(box.getMinY()));
        xml.writeAttribute("maxx", number(box.getMaxX()));
        xml.writeAttribute("maxy", number(box.getMaxY()));
    }

    /** What parameters are put behind. */
    private String begun() {
        return address + (address.contains("?") ? "&" : "?");
    }

    private void link(String element, String address) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("xlink", XLINK, "type", "simple");
        xml.writeAttribute("xlink", XLINK, "href", address);
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(XmlText.of(value));
        xml.writeEndElement();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
