package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.WallReader;

/** A map server colours each feature as the legend says: its class in the view, and that class's rule in the style. */
class ClassedStyleTest {
    private static final String ID = "abcdefghijkn";
    private static final String NO_VALUE = "none";

    private final SetUpCity city = new SetUpCity();

    @AfterEach
    void close() {
        city.withdraw(ID);
        city.close();
    }

    @Test
    void everyValueHasTheColourOfTheLegend() throws Exception {
        ThematicMap map = new Definition(city).read(SetUpCity.FLOORS);
        Legend legend = legend(map);
        city.map(ID, SetUpCity.FLOORS);
        city.apply();
        String name = Names.map(ID, map);
        Map<String, String> fills =
                fills(Objects.requireNonNull(city.workspace(1).styles.get(name)));
        List<Classed> values = values(name);
        assertThat(values)
                .extracting(Classed::number)
                .contains("0", Integer.toString(legend.classes().size() - 1));
        for (Classed value : values) {
            assertThat(fills.get(value.number() == null ? NO_VALUE : value.number()))
                    .as("%s floors", value.floors())
                    .isEqualTo(colour(legend, value.floors()));
        }
    }

    private Legend legend(ThematicMap map) {
        View visitor = View.visitor(new Editions(city.database()).find(1).orElseThrow());
        return new ClassedMaps(new WallReader(city.owner(), city.owner()))
                .of(visitor, map)
                .legend();
    }

    /** What a view of the map server has of a value. */
    private record Classed(
            @Nullable Double floors, @Nullable String number) {}

    private List<Classed> values(String view) {
        return city.database()
                .sql("SELECT DISTINCT deger, sinif FROM acik_harita_1." + view)
                .query((row, n) -> new Classed(row.getObject(1, Double.class), row.getString(2)))
                .list();
    }

    private static String colour(Legend legend, @Nullable Double floors) {
        if (floors == null) return Objects.requireNonNull(legend.noData()).colour();
        for (Legend.Entry entry : legend.classes()) {
            if (floors <= Objects.requireNonNull(entry.to())) return entry.colour();
        }
        throw new AssertionError(floors + " is in no class");
    }

    /** The fill of each class number, as a map server reads the rules. */
    private static Map<String, String> fills(String sld) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        NodeList rules = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(sld)))
                .getElementsByTagNameNS("*", "Rule");
        Map<String, String> fills = new HashMap<>();
        for (int i = 0; i < rules.getLength(); i++) {
            Element rule = (Element) rules.item(i);
            NodeList literal = rule.getElementsByTagNameNS("*", "Literal");
            String number =
                    literal.getLength() == 0 ? NO_VALUE : literal.item(0).getTextContent();
            assertThat(fills.put(number, fill(rule)))
                    .as("rules of class %s", number)
                    .isNull();
        }
        return fills;
    }

    private static String fill(Element rule) {
        NodeList parameters = rule.getElementsByTagNameNS("*", "CssParameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            if (parameter.getAttribute("name").equals("fill")) return parameter.getTextContent();
        }
        throw new AssertionError("a rule without a fill");
    }
}
