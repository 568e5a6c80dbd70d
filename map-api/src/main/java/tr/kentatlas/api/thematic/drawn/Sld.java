package tr.kentatlas.api.thematic.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.render.sld.SldCoat;
import tr.kentatlas.api.render.sld.SldRule;
import tr.kentatlas.api.render.sld.SldWriter;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/**
 * Writes a classed map as Styled Layer Descriptor 1.0.0 (OGC 02-070) for a view of geometry, value and class ({@link MapViewSql}): one rule per
 * class number and kind of geometry, so a style can neither read more nor classify otherwise than the legend says.
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
        List<SldCoat> coats = new ArrayList<>();
        List<Symbol.Shape> shapes = Symbol.Shape.of(type);
        for (Symbol.Shape shape : shapes) {
            noData(classed, shape, locale).ifPresent(coats::add);
            coats.add(new SldCoat(classes(classed, shape, locale), true));
        }
        String title = classed.legend().title().in(locale);
        return SldWriter.write(layer, title, coats, shapes.size() > 1);
    }

    private static Optional<SldCoat> noData(ClassedMap classed, Symbol.Shape shape, Locale locale) {
        Symbol none = ClassedLayer.noData(classed, shape);
        Legend.Entry entry = classed.legend().noData();
        if (none == null || entry == null) return Optional.empty();
        String title = entry.label().in(locale);
        return Optional.of(new SldCoat(List.of(SldRule.always("veri-yok", title, List.of(), none)), false));
    }

    private static List<SldRule> classes(ClassedMap classed, Symbol.Shape shape, Locale locale) {
        List<SldRule> rules = new ArrayList<>();
        List<Symbol> symbols = ClassedLayer.symbols(classed, shape);
        for (int i = 0; i < symbols.size(); i++) {
            String title = classed.legend().classes().get(i).label().in(locale);
            rules.add(SldRule.always(MapViewSql.CLASS + "-" + i, title, List.of(i), symbols.get(i)));
        }
        return rules;
    }
}
