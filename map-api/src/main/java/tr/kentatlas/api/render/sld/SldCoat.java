package tr.kentatlas.api.render.sld;

import java.util.List;

/**
 * Rules that are drawn in one go, over the coat before.
 *
 * @param isSorted whether features of a higher number lie over the others
 */
public record SldCoat(List<SldRule> rules, boolean isSorted) {
    public SldCoat {
        rules = List.copyOf(rules);
    }
}
