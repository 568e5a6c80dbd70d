package tr.kentatlas.api.render.sld;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/** A style sheet as a map server reads it. */
public record SldSheet(List<List<Element>> coats) {
    private static final String SLD = "http://www.opengis.net/sld";
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final GeometryFactory SHAPES = new GeometryFactory();

    public static SldSheet read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        return new SldSheet(below(root, "FeatureTypeStyle").stream()
                .map(coat -> below(coat, "Rule"))
                .toList());
    }

    /**
     * The rules that draw a feature, the lowest first.
     *
     * @param number of its class or look; null for none
     * @param dimension of its geometry
     */
    public List<Element> rules(@Nullable Integer number, int dimension, double scale) {
        List<Element> drawn = new ArrayList<>();
        for (List<Element> coat : coats) {
            for (Element rule : coat) {
                boolean inScale = scale >= limit(rule, "MinScaleDenominator", 0)
                        && scale < limit(rule, "MaxScaleDenominator", Double.MAX_VALUE);
                if (inScale && isFor(rule, number) && isForShape(rule, dimension)) drawn.add(rule);
            }
        }
        return drawn;
    }

    private static boolean isFor(Element rule, @Nullable Integer number) {
        if (number == null) return !below(rule, "PropertyIsNull").isEmpty();
        return below(rule, "PropertyIsEqualTo").stream()
                .filter(equal -> below(equal, "Function").isEmpty())
                .anyMatch(equal -> text(equal, "PropertyName").equals(MapViewSql.CLASS)
                        && text(equal, "Literal").equals(number.toString()));
    }

    /** GeoServer's own function decides; a rule without one is for any geometry. */
    private static boolean isForShape(Element rule, int dimension) {
        return below(rule, "PropertyIsEqualTo").stream()
                .filter(equal -> !below(equal, "Function").isEmpty())
                .allMatch(equal -> text(equal, "Literal")
                        .equals(asked(below(equal, "Function").getFirst(), dimension)));
    }

    private static String asked(Element function, int dimension) {
        Object answer = FILTERS.function(function.getAttribute("name"), FILTERS.literal(shape(dimension)))
                .evaluate(null);
        return String.valueOf(answer);
    }

    private static Geometry shape(int dimension) {
        Geometry point = SHAPES.createPoint(new Coordinate(1, 1));
        if (dimension == 0) return point;
        Geometry area = point.buffer(1);
        return dimension == 1 ? area.getBoundary() : area;
    }

    private static double limit(Element rule, String name, double otherwise) {
        List<Element> found = below(rule, name);
        return found.isEmpty() ? otherwise : Double.parseDouble(found.getFirst().getTextContent());
    }

    /** What a rule paints with; empty for nothing. */
    public static String parameter(Element rule, String name) {
        return below(rule, "CssParameter").stream()
                .filter(one -> one.getAttribute("name").equals(name) && SLD.equals(one.getNamespaceURI()))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String text(Element element, String name) {
        return below(element, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    public static List<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
        return all;
    }
}
