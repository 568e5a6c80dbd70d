package tr.kentatlas.api.render.sld;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import tr.kentatlas.api.MixedShapes;
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
    private static final PGSimpleDataSource OWNER = SmallCity.database();
    private static final View VISITOR = visitor();

    private final DefaultStyles styles = DefaultStyles.read();

    private static View visitor() {
        MixedShapes.publish(OWNER);
        return View.visitor(new Editions(JdbcClient.create(OWNER)).find(2).orElseThrow());
    }

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
                "agac",
                "akarsu",
                "karayolu_hizmet_alani",
                "ek_yapi",
                "durgun_su"
            })
    void everyFeatureHasTheSameSymbolsInBothEngines(String name) throws Exception {
        VisibleType type = VISITOR.type(name);
        Looks looks = looks(type);
        SldSheet sheet = SldSheet.read(looks.sld(name));
        List<Feature> features = features(type, looks);
        assertThat(features).isNotEmpty();
        if (MixedShapes.TYPES.contains(name)) {
            assertThat(features).extracting(Feature::dimension).contains(0, 1, 2);
        }
        for (Feature feature : features) {
            for (int zoom = 8; zoom <= 20; zoom++) {
                List<String> ours = new ArrayList<>();
                for (Layer.Coat coat : styles.layer(type, zoom).coats()) {
                    Symbol symbol = coat.symbol(feature.values());
                    if (symbol != null && symbol.shape() == feature.shape() && isSeen(symbol)) ours.add(words(symbol));
                }
                assertThat(drawn(sheet, feature, zoom))
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

    /** The number a view gives features of a dimension, and the values it was given it for. */
    private record Feature(int look, int dimension, Layer.Values values) {
        Symbol.Shape shape() {
            return switch (dimension) {
                case 0 -> Symbol.Shape.POINT;
                case 1 -> Symbol.Shape.LINE;
                default -> Symbol.Shape.AREA;
            };
        }
    }

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
        String sql = "SELECT DISTINCT v.sinif, ST_Dimension(t.geom)" + columns + " FROM ("
                + WrittenSql.of(looks.select().fragment()) + ") AS v JOIN "
                + table + " t ON v.geom::bytea = t.geom::bytea WHERE t.geom IN (SELECT geom FROM " + table
                + " GROUP BY geom HAVING count(*) = 1)";
        return JdbcClient.create(OWNER)
                .sql(sql)
                .query((row, n) -> {
                    Object[] values = new Object[fields.size() + 1];
                    for (int i = 0; i < fields.size(); i++) values[i] = row.getObject(i + 3);
                    return new Feature(row.getInt(1), row.getInt(2), index -> values[index]);
                })
                .list();
    }

    private static List<String> drawn(SldSheet sheet, Feature feature, int zoom) {
        return sheet.rules(feature.look(), feature.dimension(), Frame.denominator(zoom)).stream()
                .map(LooksTest::words)
                .toList();
    }

    private static boolean isSeen(Symbol symbol) {
        return symbol.fill() >>> 24 != 0 || (symbol.stroke() >>> 24 != 0 && symbol.width() > 0);
    }

    private static String words(Symbol symbol) {
        boolean fills = symbol.shape() != Symbol.Shape.LINE && symbol.fill() != 0;
        boolean strokes = symbol.stroke() != 0 && symbol.width() > 0;
        return (fills ? rgb(symbol.fill()) : "-") + " "
                + (strokes ? rgb(symbol.stroke()) + " " + String.format(Locale.ROOT, "%.2f", symbol.width()) : "-")
                + " "
                + (strokes && !symbol.dashes().isEmpty());
    }

    private static String words(Element rule) {
        String fill = SldSheet.parameter(rule, "fill");
        String stroke = SldSheet.parameter(rule, "stroke");
        return (fill.isEmpty() ? "-" : fill) + " "
                + (stroke.isEmpty() ? "-" : stroke + " " + SldSheet.parameter(rule, "stroke-width")) + " "
                + !SldSheet.parameter(rule, "stroke-dasharray").isEmpty();
    }

    private static String rgb(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }
}
