package tr.kentatlas.api.thematic.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.render.sld.SldRule;
import tr.kentatlas.api.render.sld.SldWriter;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/**
 * Writes a classed map as Styled Layer Descriptor 1.0.0 (OGC 02-070) for a view of geometry, value and class ({@link MapViewSql}): one rule per
 * class number, so a style can neither read more nor classify otherwise than the legend says.
 */
public final class Sld {
    private Sld() {}

    /**
     * The style of a classed map as XML.
     *
     * @param layer name of the layer it is for
     * @param locale language of the titles
     */
    public static String write(String layer, ClassedMap classed, VisibleType type, Locale locale) {
        List<List<SldRule>> coats = new ArrayList<>();
        Symbol none = ClassedLayer.noData(classed, type);
        Legend.Entry noData = classed.legend().noData();
        if (none != null && noData != null) {
            coats.add(List.of(SldRule.always("veri-yok", noData.label().in(locale), List.of(), none)));
        }
        coats.add(classes(classed, type, locale));
        String title = classed.legend().title().in(locale);
        return SldWriter.write(layer, title, coats, Symbol.Shape.of(type));
    }

    private static List<SldRule> classes(ClassedMap classed, VisibleType type, Locale locale) {
        List<SldRule> rules = new ArrayList<>();
        List<Symbol> symbols = ClassedLayer.symbols(classed, type);
        for (int i = 0; i < symbols.size(); i++) {
            String title = classed.legend().classes().get(i).label().in(locale);
            rules.add(SldRule.always(MapViewSql.CLASS + "-" + i, title, List.of(i), symbols.get(i)));
        }
        return rules;
    }
}
