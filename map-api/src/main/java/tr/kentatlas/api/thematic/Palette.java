package tr.kentatlas.api.thematic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tr.kentatlas.spatial.word.Worded;

/**
 * Colours that belong together, light to dark or one per category.
 *
 * @param schemes for each number of classes the colours chosen for it, fewest first
 * @param colourBlindSafe up to how many classes readers with a colour vision deficiency tell them apart
 */
public record Palette(String name, Kind kind, int colourBlindSafe, List<List<String>> schemes) {

    /** What a palette is made for. */
    public enum Kind implements Worded {
        SEQUENTIAL,
        DIVERGING,
        QUALITATIVE
    }

    public Palette {
        schemes = schemes.stream().map(List::copyOf).toList();
    }

    /** As many colours as classes: the scheme made for that number, else drawn from the nearest one. */
    public List<String> colours(int classes) {
        List<String> smallest = schemes.getFirst();
        List<String> largest = schemes.getLast();
        if (classes <= 1) return List.of(smallest.get(smallest.size() / 2));
        if (classes < smallest.size()) {
            return kind == Kind.QUALITATIVE
                    ? smallest.subList(0, classes)
                    : List.of(smallest.getFirst(), smallest.getLast());
        }
        if (classes <= largest.size()) return schemes.get(classes - smallest.size());
        return kind == Kind.QUALITATIVE ? repeated(largest, classes) : Ramp.stretch(largest, classes);
    }

    /** The same colours the other way round. */
    List<String> reversed(int classes) {
        List<String> colours = new ArrayList<>(colours(classes));
        Collections.reverse(colours);
        return colours;
    }

    private static List<String> repeated(List<String> colours, int classes) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < classes; i++) all.add(colours.get(i % colours.size()));
        return all;
    }
}
