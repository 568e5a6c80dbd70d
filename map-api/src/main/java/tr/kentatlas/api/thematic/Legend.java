package tr.kentatlas.api.thematic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;

/**
 * What a map's reader is told: the classes with colour, limits and number of features, what has no value, and how the values are spread.
 *
 * @param about value, filter and method in words, which a title of its own may not tell
 * @param unit unit of the values, for people; null for a bare number
 * @param years whether the values are years, which are written without separators
 * @param total how many features are shown, those without value among them
 */
public record Legend(
        Text title,
        Text about,
        @Nullable Text unit,
        boolean years,
        List<Entry> classes,
        @Nullable Entry noData,
        Histogram histogram,
        long total) {

    /**
     * One line of the legend.
     *
     * @param from the class holds what is greater; the first class also what is equal; null for a category
     * @param to the class holds at most this
     * @param code the category; null for a class of numbers and for all other categories together
     */
    public record Entry(
            Text label,
            String colour,
            long count,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable String code) {}

    /**
     * Equally wide bins over the whole span; no bins for categories.
     *
     * @param step how many whole numbers each bin holds, from the least on; 0 where values are measures
     * @param classes of each bin, how many belong to which class; a class may begin inside a bin
     */
    public record Histogram(double from, double to, long step, List<Long> bins, List<List<Long>> classes) {
        public Histogram {
            bins = List.copyOf(bins);
            classes = classes.stream().map(List::copyOf).toList();
        }

        static final Histogram NONE = new Histogram(0, 0, 0, List.of(), List.of());
    }

    public Legend {
        classes = List.copyOf(classes);
    }
}
