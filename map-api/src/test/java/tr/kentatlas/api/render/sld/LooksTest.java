package tr.kentatlas.api.render.sld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.render.style.DefaultStyles;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.sql.WrittenSql;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/** What a map server draws by class number is what the embedded engine draws by the values themselves. */
class LooksTest {
    private static final String SLD = "http://www.opengis.net/sld";
    private static final PGSimpleDataSource OWNER = SmallCity.database();
    private static final View VISITOR =
            View.visitor(new Editions(JdbcClient.create(OWNER)).find(1).orElseThrow());

    private final DefaultStyles styles = DefaultStyles.read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yol_orta_hat",
                "mevcut_arazi_kullanimi",
                "plan_kullanim_alani",
                "idari_birim",
                "kamu_hizmeti",
                "bina",
                "parsel",
                "numarataj",
                "agac"
            })
    void everyFeatureHasTheSameSymbolsInBothEngines(String name) throws Exception {
        VisibleType type = VISITOR.type(name);
        Looks looks = looks(type);
        List<List<Element>> coats = coats(looks.sld(name));
        List<Feature> features = features(type, looks);
        assertThat(features).isNotEmpty();
        for (Feature feature : features) {
            for (int zoom = 8; zoom <= 20; zoom++) {
                List<String> ours = new ArrayList<>();
                for (Layer.Coat coat : styles.layer(type, zoom).coats()) {
                    Symbol symbol = coat.symbol(feature.values());
                    if (symbol != null && isSeen(symbol)) ours.add(words(symbol, Symbol.Shape.of(type)));
                }
                assertThat(drawn(coats, feature.look(), zoom))
                        .as("%s, look %d, zoom %d", name, feature.look(), zoom)
                        .isEqualTo(ours);
            }
        }
    }

    @Test
    void whatLiesOverTheOthersHasTheHigherNumberAndTheMapServerIsToldToDrawItLast() throws Exception {
        VisibleType roads = VISITOR.type("yol_orta_hat");
        Looks looks = looks(roads);
        assertThat(looks.sld("yol_orta_hat"))
                .contains("<VendorOption name=\"sortBy\">sinif</VendorOption></FeatureTypeStyle>");
        Layer.Coat top = styles.layer(roads, 16).coats().getLast();
        Map<Double, List<Integer>> numbers = new TreeMap<>();
        for (Feature feature : features(roads, looks))
            numbers.computeIfAbsent(top.rank(feature.values()), rank -> new ArrayList<>())
                    .add(feature.look());
        assertThat(numbers).hasSizeGreaterThan(3);
        int highest = -1;
        for (List<Integer> ofRank : numbers.values()) {
            assertThat(Collections.min(ofRank)).isGreaterThan(highest);
            highest = Collections.max(ofRank);
        }
    }

    @Test
    void aNumberIsNotAName() {
        assertThat(styles.fields(VISITOR.type("kamu_hizmeti")))
                .filteredOn(field -> field.use() == MapViewSql.Use.VALUE)
                .extracting(field -> field.attribute().name())
                .doesNotContain("ad", "adi");
        assertThat(styles.fields(VISITOR.type("bina"))).isEmpty();
    }

    private Looks looks(VisibleType type) {
        return Looks.of(new WallReader(OWNER, OWNER), styles, VISITOR.edition(), type)
                .orElseThrow();
    }

    /** The number a view gives a feature, and the values it was given it for. */
    private record Feature(int look, Layer.Values values) {}

    private List<Feature> features(VisibleType type, Looks looks) {
        List<MapViewSql.Field> fields = styles.fields(type);
        StringBuilder columns = new StringBuilder();
        for (MapViewSql.Field field : fields) {
            String column = "t." + field.attribute().column();
            columns.append(", ").append(field.attribute().isMany() ? column + "::text" : column);
        }
        String table = PublishedTable.open(
                        type.entry().model(), type.type(), type.entry().snapshot())
                .name();
        String sql = "SELECT DISTINCT v.sinif" + columns + " FROM ("
                + WrittenSql.of(looks.select().fragment()) + ") AS v JOIN "
                + table + " t ON v.geom::bytea = t.geom::bytea WHERE t.geom IN (SELECT geom FROM " + table
                + " GROUP BY geom HAVING count(*) = 1)";
        return JdbcClient.create(OWNER)
                .sql(sql)
                .query((row, n) -> {
                    Object[] values = new Object[fields.size() + 1];
                    for (int i = 0; i < fields.size(); i++) values[i] = row.getObject(i + 2);
                    return new Feature(row.getInt(1), index -> values[index]);
                })
                .list();
    }

    private static List<List<Element>> coats(String sld) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(sld)))
                .getDocumentElement();
        List<List<Element>> coats = new ArrayList<>();
        for (Element coat : below(root, "FeatureTypeStyle")) coats.add(below(coat, "Rule"));
        return coats;
    }

    private static List<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
        return all;
    }

    private static List<String> drawn(List<List<Element>> coats, int look, int zoom) {
        double scale = Frame.denominator(zoom);
        List<String> drawn = new ArrayList<>();
        for (List<Element> rules : coats) {
            for (Element rule : rules) {
                boolean meant = below(rule, "Literal").stream()
                        .anyMatch(literal -> literal.getTextContent().equals(Integer.toString(look)));
                boolean inScale = scale >= limit(rule, "MinScaleDenominator", 0)
                        && scale < limit(rule, "MaxScaleDenominator", Double.MAX_VALUE);
                if (meant && inScale) drawn.add(words(rule));
            }
        }
        return drawn;
    }

    private static double limit(Element rule, String name, double otherwise) {
        List<Element> found = below(rule, name);
        return found.isEmpty() ? otherwise : Double.parseDouble(found.getFirst().getTextContent());
    }

    private static boolean isSeen(Symbol symbol) {
        return symbol.fill() >>> 24 != 0 || (symbol.stroke() >>> 24 != 0 && symbol.width() > 0);
    }

    private static String words(Symbol symbol, Symbol.Shape shape) {
        boolean fills = shape != Symbol.Shape.LINE && symbol.fill() != 0;
        boolean strokes = symbol.stroke() != 0 && symbol.width() > 0;
        return (fills ? rgb(symbol.fill()) : "-") + " "
                + (strokes ? rgb(symbol.stroke()) + " " + String.format(Locale.ROOT, "%.2f", symbol.width()) : "-")
                + " "
                + (strokes && !symbol.dashes().isEmpty());
    }

    private static String words(Element rule) {
        String fill = parameter(rule, "fill");
        String stroke = parameter(rule, "stroke");
        return (fill.isEmpty() ? "-" : fill) + " "
                + (stroke.isEmpty() ? "-" : stroke + " " + parameter(rule, "stroke-width")) + " "
                + !parameter(rule, "stroke-dasharray").isEmpty();
    }

    private static String parameter(Element rule, String name) {
        return below(rule, "CssParameter").stream()
                .filter(one -> one.getAttribute("name").equals(name) && SLD.equals(one.getNamespaceURI()))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String rgb(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }
}
