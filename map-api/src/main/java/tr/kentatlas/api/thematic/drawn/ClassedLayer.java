package tr.kentatlas.api.thematic.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.PictureStore;

/** A thematic map as a layer to draw: one symbol per class and kind of geometry, features without value first. */
public final class ClassedLayer {
    private ClassedLayer() {}

    public static Layer of(ClassedMap classed, VisibleType type) {
        return of(classed, type, UnaryOperator.identity());
    }

    /** With symbols that are made otherwise, as for a sheet of a small scale. */
    public static Layer of(ClassedMap classed, VisibleType type, UnaryOperator<Symbol> made) {
        List<Layer.Coat> coats = new ArrayList<>();
        for (Symbol.Shape shape : Symbol.Shape.of(type)) {
            Symbol plain = noData(classed, shape);
            Symbol none = plain == null ? null : made.apply(plain);
            coats.add(values -> values.at(0) == null ? none : null);
            coats.add(new Classed(symbols(classed, shape).stream().map(made).toList()));
        }
        var number = new PictureStore.ClassNumber(classed.classes());
        return new Layer(type, classed.map().filter(), List.of(number), coats);
    }

    /** The symbol of each class for one kind of geometry, in the legend's order. */
    public static List<Symbol> symbols(ClassedMap classed, Symbol.Shape shape) {
        return classed.colours().stream()
                .map(colour -> Symbol.ofClass(colour, shape))
                .toList();
    }

    /** The symbol of features without value; null when they are left out. */
    public static @Nullable Symbol noData(ClassedMap classed, Symbol.Shape shape) {
        Legend.Entry entry = classed.legend().noData();
        return entry == null ? null : Symbol.ofClass(entry.colour(), shape);
    }

    /** The legend's lines with the symbols of the map; classes first, then what has no value if anything has none. */
    public static List<LegendPicture.Line> legend(ClassedMap classed, VisibleType type, Locale locale) {
        Symbol.Shape shape = Symbol.Shape.of(type).getFirst();
        List<LegendPicture.Line> lines = new ArrayList<>();
        List<Symbol> symbols = symbols(classed, shape);
        for (int i = 0; i < symbols.size(); i++) {
            Legend.Entry entry = classed.legend().classes().get(i);
            lines.add(new LegendPicture.Line(symbols.get(i), words(entry, locale)));
        }
        Legend.Entry none = classed.legend().noData();
        if (none != null && none.count() > 0) {
            lines.add(new LegendPicture.Line(Symbol.ofClass(none.colour(), shape), words(none, locale)));
        }
        return lines;
    }

    private static String words(Legend.Entry entry, Locale locale) {
        return entry.label().in(locale) + "  (" + ValueWords.plain(locale).count(entry.count()) + ")";
    }

    /** What has a class; the higher one lies over the others. */
    private record Classed(List<Symbol> symbols) implements Layer.Coat {
        @Override
        public @Nullable Symbol symbol(Layer.Values values) {
            if (!(values.at(0) instanceof Integer index) || index >= symbols.size()) return null;
            return symbols.get(index);
        }

        @Override
        public double rank(Layer.Values values) {
            return values.at(0) instanceof Integer index ? index : -1;
        }
    }
}
