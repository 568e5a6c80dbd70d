package tr.kentatlas.api.render.sld;

import java.util.List;
import tr.kentatlas.api.render.Symbol;

/**
 * A rule of a style sheet.
 *
 * @param classes class numbers it is for; empty for features without a class
 * @param below scale denominator it is drawn below; infinite for no limit
 * @param from scale denominator it is drawn from; 0 for no limit
 */
public record SldRule(String name, String title, List<Integer> classes, double from, double below, Symbol symbol) {
    public SldRule {
        classes = List.copyOf(classes);
    }

    /** At every scale. */
    public static SldRule always(String name, String title, List<Integer> classes, Symbol symbol) {
        return new SldRule(name, title, classes, 0, Double.POSITIVE_INFINITY, symbol);
    }
}
